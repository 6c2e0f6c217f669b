import { Send, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { useLanguage, useTexts } from '../../../language/LanguageContext.ts'
import { interfaceLanguage } from '../../../language/languages.ts'
import type { Update } from '../../../shared/sharedState.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Publishable } from '../data/publishables.ts'
import { publishTexts } from './texts.ts'

interface Props {
  readonly items: readonly Publishable[]
  /** What the items are, and the first word of their permissions. */
  readonly permissions: 'dialogues' | 'flows'
  readonly update: Update<readonly Publishable[]>
}

/** An action that waits for confirmation. */
interface PendingAction {
  readonly item: Publishable
  readonly kind: 'publish' | 'delete'
}

export function PublishableTable({ items, permissions, update }: Props) {
  const common = useTexts(commonTexts)
  const texts = useTexts(publishTexts)
  const language = interfaceLanguage(useLanguage())
  const [pending, setPending] = useState<PendingAction | null>(null)
  const toggleLive = (item: Publishable) => {
    update(current =>
      current.map(entry => (entry.id === item.id ? { ...entry, isLive: !entry.isLive } : entry)),
    )
    toast(item.isLive ? texts.unpublished(item.name) : texts.published(item.name))
  }
  const confirm = () => {
    if (pending?.kind === 'publish') toggleLive(pending.item)
    if (pending?.kind === 'delete') {
      update(current => current.filter(entry => entry.id !== pending.item.id))
      toast(common.deleted(pending.item.name))
    }
  }
  const count = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
  const isDeletion = pending?.kind === 'delete'
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            <th>{common.name}</th>
            <th>{texts.state}</th>
            <th className="number">{texts.engaged}</th>
            <th>{texts.changed}</th>
            <th>
              <span className="visually-hidden">{texts.actions}</span>
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
                  {item.isLive ? common.live : common.draft}
                </Badge>
              </td>
              <td className="number optional">{count.format(item.engaged)}</td>
              <td className="optional">{item.changed}</td>
              <td>
                <div className="actions row-actions">
                  <GatedButton
                    permission={`${permissions}.publish`}
                    label={item.isLive ? texts.unpublish : common.publish}
                    name={item.isLive ? texts.unpublishOf(item.name) : common.publishOf(item.name)}
                    icon={item.isLive ? Undo2 : Send}
                    small
                    onPress={() =>
                      item.isLive ? toggleLive(item) : setPending({ item, kind: 'publish' })
                    }
                  />
                  <GatedButton
                    permission={`${permissions}.manage`}
                    label={common.remove}
                    name={common.removeOf(item.name)}
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
        title={isDeletion ? texts[permissions].delete : texts[permissions].publish}
        text={
          isDeletion
            ? texts.deleteText(pending?.item.name ?? '')
            : texts.publishText(pending?.item.name ?? '')
        }
        action={isDeletion ? common.remove : common.publish}
        variant={isDeletion ? 'danger' : 'solid'}
        isOpen={pending !== null}
        onConfirm={confirm}
        onClose={() => setPending(null)}
      />
    </div>
  )
}
