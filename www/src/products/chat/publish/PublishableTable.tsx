import { Send, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import type { Update } from '../../../shared/sharedState.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Publishable } from '../data/publishables.ts'

interface Props {
  readonly items: readonly Publishable[]
  readonly noun: string
  readonly permissions: string
  readonly update: Update<readonly Publishable[]>
}

/** An action that waits for confirmation. */
interface PendingAction {
  readonly item: Publishable
  readonly kind: 'publish' | 'delete'
}

const COUNT_FORMAT = new Intl.NumberFormat('en-GB')

export function PublishableTable({ items, noun, permissions, update }: Props) {
  const [pending, setPending] = useState<PendingAction | null>(null)
  const toggleLive = (item: Publishable) => {
    update(current =>
      current.map(entry => (entry === item ? { ...entry, isLive: !entry.isLive } : entry)),
    )
    toast(item.isLive ? `“${item.name}” is a draft again` : `“${item.name}” is live`)
  }
  const confirm = () => {
    if (pending?.kind === 'publish') toggleLive(pending.item)
    if (pending?.kind === 'delete') {
      update(current => current.filter(entry => entry !== pending.item))
      toast(`“${pending.item.name}” was deleted`)
    }
  }
  const isDeletion = pending?.kind === 'delete'
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>State</th>
            <th className="number">Engaged</th>
            <th>Changed</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.id}>
              <td className="main-cell">
                <strong>{item.name}</strong>
                <span>{item.place}</span>
              </td>
              <td>
                <Badge tone={item.isLive ? 'good' : 'quiet'}>
                  {item.isLive ? 'Live' : 'Draft'}
                </Badge>
              </td>
              <td className="number optional">{COUNT_FORMAT.format(item.engaged)}</td>
              <td className="optional">{item.changed}</td>
              <td>
                <div className="actions row-actions">
                  <GatedButton
                    permission={`${permissions}.publish`}
                    label={item.isLive ? 'Unpublish' : 'Publish'}
                    name={`${item.isLive ? 'Unpublish' : 'Publish'} ${item.name}`}
                    icon={item.isLive ? Undo2 : Send}
                    small
                    onPress={() =>
                      item.isLive ? toggleLive(item) : setPending({ item, kind: 'publish' })
                    }
                  />
                  <GatedButton
                    permission={`${permissions}.manage`}
                    label="Delete"
                    name={`Delete ${item.name}`}
                    icon={Trash2}
                    variant="plain"
                    small
                    onPress={() => setPending({ item, kind: 'delete' })}
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        title={isDeletion ? `Delete this ${noun}?` : `Publish this ${noun}?`}
        text={
          isDeletion
            ? `“${pending?.item.name}” and its statistics will be deleted for everybody.`
            : `Visitors will see “${pending?.item.name}” within a minute.`
        }
        action={isDeletion ? 'Delete' : 'Publish'}
        variant={isDeletion ? 'danger' : 'solid'}
        isOpen={pending !== null}
        onConfirm={confirm}
        onClose={() => setPending(null)}
      />
    </div>
  )
}
