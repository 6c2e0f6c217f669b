import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { useDecide } from '../../../gate/useGate.ts'
import { Card } from '../../../ui/Card.tsx'
import { Ask } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Item } from '../data/settings.ts'

interface Props {
  readonly title: string
  readonly note: string
  /** What one line is called. */
  readonly thing: string
  readonly view: string
  readonly manage: string
  readonly pitch?: string
  readonly data: () => [
    readonly Item[],
    (change: (now: readonly Item[]) => readonly Item[]) => void,
  ]
}

/** A list that some may see and some may change: one permission for each. */
export function ManagedCard({ title, note, thing, view, manage, pitch, data: useData }: Props) {
  const decide = useDecide()
  const [items, update] = useData()
  const [asked, setAsked] = useState<string | null>(null)
  if (decide(view).outcome === 'hide' && decide(manage).outcome === 'hide') return null
  const done = (name: string) => {
    if (asked === 'new') update(now => [...now, { id: `${now.length}-${name}`, name, note: 'New' }])
    else update(now => now.map(one => (one.id === asked ? { ...one, name } : one)))
  }
  return (
    <Card
      title={title}
      note={note}
      actions={
        <GatedButton
          permission={manage}
          label="Add"
          name={`Add ${thing}`}
          icon={Plus}
          small
          onPress={() => setAsked('new')}
        />
      }
    >
      <Gated permission={view} {...(pitch ? { pitch } : {})}>
        <ul className="rows">
          {items.map(item => (
            <li key={item.id}>
              <div className="row-words">
                <strong>{item.name}</strong>
                <span>{item.note}</span>
              </div>
              {decide(manage).outcome !== 'upsell' && (
                <div className="actions row-actions">
                  <GatedButton
                    permission={manage}
                    label="Edit"
                    name={`Edit ${item.name}`}
                    icon={Pencil}
                    look="plain"
                    small
                    onPress={() => setAsked(item.id)}
                  />
                  <GatedButton
                    permission={manage}
                    label="Delete"
                    name={`Delete ${item.name}`}
                    icon={Trash2}
                    look="plain"
                    small
                    onPress={() => {
                      update(now => now.filter(one => one !== item))
                      toast(`“${item.name}” was deleted`)
                    }}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      </Gated>
      <Ask
        title={asked === 'new' ? `Add ${thing}` : `Rename ${thing}`}
        label="Name"
        action="Save"
        isOpen={asked !== null}
        onDone={done}
        onClose={() => setAsked(null)}
      />
    </Card>
  )
}
