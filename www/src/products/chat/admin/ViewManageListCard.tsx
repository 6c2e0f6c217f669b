import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useGate } from 'rolegate/react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { Ghost } from '../../../gate/Ghost.tsx'
import type { UseSharedState } from '../../../shared/sharedState.ts'
import { Card } from '../../../ui/Card.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Item } from '../data/settings.ts'

interface Props {
  readonly title: string
  readonly description: string
  /** A noun phrase for one entry, such as “a team”. */
  readonly noun: string
  readonly view: string
  readonly manage: string
  readonly pitch?: string
  readonly data: UseSharedState<readonly Item[]>
}

/** A list with two permissions: one to see it, and one to change it. */
export function ViewManageListCard({
  title,
  description,
  noun,
  view,
  manage,
  pitch,
  data: useData,
}: Props) {
  const { decide } = useGate()
  const [items, update] = useData()
  const [edited, setEdited] = useState<string | null>(null)
  if (decide(view).outcome === 'hide' && decide(manage).outcome === 'hide') {
    return <Ghost permission={view} />
  }
  const save = (name: string) => {
    if (edited === 'new')
      update(current => [...current, { id: `${current.length}-${name}`, name, description: 'New' }])
    else update(current => current.map(entry => (entry.id === edited ? { ...entry, name } : entry)))
  }
  return (
    <Card
      title={title}
      description={description}
      actions={
        <GatedButton
          permission={manage}
          label="Add"
          name={`Add ${noun}`}
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
                    label="Edit"
                    name={`Edit ${item.name}`}
                    icon={Pencil}
                    variant="plain"
                    small
                    onPress={() => setEdited(item.id)}
                  />
                  <GatedButton
                    permission={manage}
                    label="Delete"
                    name={`Delete ${item.name}`}
                    icon={Trash2}
                    variant="plain"
                    small
                    onPress={() => {
                      update(current => current.filter(entry => entry !== item))
                      toast(`“${item.name}” was deleted`)
                    }}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      </Gated>
      <PromptDialog
        title={edited === 'new' ? `Add ${noun}` : `Rename ${noun}`}
        label="Name"
        action="Save"
        isOpen={edited !== null}
        onSubmit={save}
        onClose={() => setEdited(null)}
      />
    </Card>
  )
}
