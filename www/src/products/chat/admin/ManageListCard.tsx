import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Ask } from '../../../ui/PromptDialog.tsx'
import type { Item } from '../data/settings.ts'

interface Props {
  readonly permission: string
  readonly title: string
  readonly note: string
  readonly thing: string
  readonly pitch?: string
  readonly data: () => [
    readonly Item[],
    (change: (now: readonly Item[]) => readonly Item[]) => void,
  ]
}

/** A list that only those see who may change it. */
export function AddableCard({ permission, title, note, thing, pitch, data: useData }: Props) {
  const [items, update] = useData()
  const [isAsking, setAsking] = useState(false)
  return (
    <Gated permission={permission} title={title} {...(pitch ? { pitch } : {})}>
      <Card
        title={title}
        note={note}
        actions={
          <Button small icon={Plus} aria-label={`Add ${thing}`} onPress={() => setAsking(true)}>
            Add
          </Button>
        }
      >
        <ul className="rows">
          {items.map(item => (
            <li key={item.id}>
              <div className="row-words">
                <strong>{item.name}</strong>
                <span>{item.note}</span>
              </div>
              <Button
                small
                look="plain"
                icon={Trash2}
                aria-label={`Remove ${item.name}`}
                onPress={() => update(now => now.filter(one => one !== item))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <Ask
        title={`Add ${thing}`}
        label="Name"
        action="Add"
        isOpen={isAsking}
        onDone={name => update(now => [...now, { id: `${now.length}-${name}`, name, note: 'New' }])}
        onClose={() => setAsking(false)}
      />
    </Gated>
  )
}
