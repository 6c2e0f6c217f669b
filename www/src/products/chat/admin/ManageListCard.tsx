import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import type { UseSharedState } from '../../../shared/sharedState.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import type { Item } from '../data/settings.ts'

interface Props {
  readonly permission: string
  readonly title: string
  readonly description: string
  /** A noun phrase for one entry, such as “an agent”. */
  readonly noun: string
  readonly pitch?: string
  readonly data: UseSharedState<readonly Item[]>
}

/** A list with a single permission: only people who may change it can see it. */
export function ManageListCard({
  permission,
  title,
  description,
  noun,
  pitch,
  data: useData,
}: Props) {
  const [items, update] = useData()
  const [isAdding, setAdding] = useState(false)
  return (
    <Gated permission={permission} title={title} {...(pitch ? { pitch } : {})}>
      <Card
        title={title}
        description={description}
        actions={
          <Button small icon={Plus} aria-label={`Add ${noun}`} onPress={() => setAdding(true)}>
            Add
          </Button>
        }
      >
        <ul className="rows">
          {items.map(item => (
            <li key={item.id}>
              <div className="row-text">
                <strong>{item.name}</strong>
                <span>{item.description}</span>
              </div>
              <Button
                small
                variant="plain"
                icon={Trash2}
                aria-label={`Remove ${item.name}`}
                onPress={() => update(current => current.filter(entry => entry !== item))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <PromptDialog
        title={`Add ${noun}`}
        label="Name"
        action="Add"
        isOpen={isAdding}
        onSubmit={name =>
          update(current => [
            ...current,
            { id: `${current.length}-${name}`, name, description: 'New' },
          ])
        }
        onClose={() => setAdding(false)}
      />
    </Gated>
  )
}
