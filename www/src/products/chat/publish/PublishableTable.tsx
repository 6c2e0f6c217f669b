import { Send, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Confirm } from '../../../ui/ConfirmDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Publishable } from '../data/publishables.ts'

interface Props {
  readonly items: readonly Publishable[]
  readonly thing: string
  readonly permissions: string
  readonly update: (change: (now: readonly Publishable[]) => readonly Publishable[]) => void
}

interface Wish {
  readonly item: Publishable
  readonly act: 'publish' | 'delete'
}

const COUNT = new Intl.NumberFormat('en-GB')

export function PublishableTable({ items, thing, permissions, update }: Props) {
  const [wish, setWish] = useState<Wish | null>(null)
  const swap = (item: Publishable) => {
    update(now => now.map(one => (one === item ? { ...one, isLive: !one.isLive } : one)))
    toast(item.isLive ? `“${item.name}” is a draft again` : `“${item.name}” is live`)
  }
  const fulfil = () => {
    if (wish?.act === 'publish') swap(wish.item)
    if (wish?.act === 'delete') {
      update(now => now.filter(one => one !== wish.item))
      toast(`“${wish.item.name}” was deleted`)
    }
  }
  const isDelete = wish?.act === 'delete'
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
              <span className="unseen">Actions</span>
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
              <td className="number optional">{COUNT.format(item.engaged)}</td>
              <td className="optional">{item.changed}</td>
              <td>
                <div className="actions row-actions">
                  <GatedButton
                    permission={`${permissions}.publish`}
                    label={item.isLive ? 'Unpublish' : 'Publish'}
                    name={`${item.isLive ? 'Unpublish' : 'Publish'} ${item.name}`}
                    icon={item.isLive ? Undo2 : Send}
                    small
                    onPress={() => (item.isLive ? swap(item) : setWish({ item, act: 'publish' }))}
                  />
                  <GatedButton
                    permission={`${permissions}.manage`}
                    label="Delete"
                    name={`Delete ${item.name}`}
                    icon={Trash2}
                    look="plain"
                    small
                    onPress={() => setWish({ item, act: 'delete' })}
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Confirm
        title={isDelete ? `Delete this ${thing}?` : `Publish this ${thing}?`}
        text={
          isDelete
            ? `“${wish?.item.name}” and its numbers will be gone for everybody.`
            : `Visitors will meet “${wish?.item.name}” within a minute.`
        }
        action={isDelete ? 'Delete' : 'Publish'}
        look={isDelete ? 'danger' : 'solid'}
        isOpen={wish !== null}
        onConfirm={fulfil}
        onClose={() => setWish(null)}
      />
    </div>
  )
}
