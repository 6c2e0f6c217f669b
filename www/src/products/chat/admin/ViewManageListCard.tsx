import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useGate } from 'rolegate/react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { Ghost } from '../../../gate/Ghost.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import type { UseSharedState } from '../../../shared/sharedState.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Item } from '../data/settings.ts'
import { adminTexts } from './texts.ts'

interface Props {
  readonly texts: {
    readonly title: string
    readonly description: string
    readonly pitch?: string
    /** What adds an entry, and what renames one. */
    readonly add: string
    readonly rename: string
  }
  readonly view: string
  readonly manage: string
  readonly data: UseSharedState<readonly Item[]>
}

/** A list with two permissions: one to see it, and one to change it. */
export function ViewManageListCard({ texts, view, manage, data: useData }: Props) {
  const common = useTexts(commonTexts)
  const { isNew } = useTexts(adminTexts)
  const { title, description, pitch } = texts
  const { decide } = useGate()
  const [items, update] = useData()
  const [edited, setEdited] = useState<string | null>(null)
  if (decide(view).outcome === 'hide' && decide(manage).outcome === 'hide') {
    return <Ghost permission={view} />
  }
  const save = (name: string) => {
    if (edited === 'new')
      update(current => [...current, { id: `${current.length}-${name}`, name, description: isNew }])
    else update(current => current.map(entry => (entry.id === edited ? { ...entry, name } : entry)))
  }
  return (
    <Card
      title={title}
      description={description}
      actions={
        <GatedButton
          permission={manage}
          label={common.add}
          name={texts.add}
          icon={Plus}
          small
          onPress={() => setEdited('new')}
        />
      }
    >
      <Gated permission={view} {...(pitch ? { pitch } : {})}>
        <ul className="rows">
          {items.map(item => (
            <li key={item.id}>
              <div className="row-text">
                <strong>{item.name}</strong>
                <span>{item.description}</span>
              </div>
              {decide(manage).outcome !== 'upsell' && (
                <div className="actions row-actions">
                  <GatedButton
                    permission={manage}
                    label={common.edit}
                    name={common.editOf(item.name)}
                    icon={Pencil}
                    variant="plain"
                    small
                    onPress={() => setEdited(item.id)}
                  />
                  <GatedButton
                    permission={manage}
                    label={common.remove}
                    name={common.removeOf(item.name)}
                    icon={Trash2}
                    variant="plain"
                    small
                    onPress={() => {
                      update(current => current.filter(entry => entry.id !== item.id))
                      toast(common.deleted(item.name))
                    }}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      </Gated>
      <PromptDialog
        title={edited === 'new' ? texts.add : texts.rename}
        label={common.name}
        action={common.save}
        isOpen={edited !== null}
        onSubmit={save}
        onClose={() => setEdited(null)}
      />
    </Card>
  )
}
