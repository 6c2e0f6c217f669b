import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import type { UseSharedState } from '../../../shared/sharedState.ts'
import { teamTexts } from '../../../shared/team/texts.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import type { Item } from '../data/settings.ts'
import { adminTexts } from './texts.ts'

interface Props {
  readonly permission: string
  readonly texts: {
    readonly title: string
    readonly description: string
    readonly pitch?: string
    /** What adds an entry. */
    readonly add: string
  }
  readonly data: UseSharedState<readonly Item[]>
}

/** A list with a single permission: only people who may change it can see it. */
export function ManageListCard({ permission, texts, data: useData }: Props) {
  const common = useTexts(commonTexts)
  const team = useTexts(teamTexts)
  const { isNew } = useTexts(adminTexts)
  const { title, description, pitch } = texts
  const [items, update] = useData()
  const [isAdding, setAdding] = useState(false)
  return (
    <Gated permission={permission} title={title} {...(pitch ? { pitch } : {})}>
      <Card
        title={title}
        description={description}
        actions={
          <Button small icon={Plus} aria-label={texts.add} onPress={() => setAdding(true)}>
            {common.add}
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
                aria-label={team.removeOf(item.name)}
                onPress={() => update(current => current.filter(entry => entry.id !== item.id))}
              >
                {team.remove}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <PromptDialog
        title={texts.add}
        label={common.name}
        action={common.add}
        isOpen={isAdding}
        onSubmit={name =>
          update(current => [
            ...current,
            { id: `${current.length}-${name}`, name, description: isNew },
          ])
        }
        onClose={() => setAdding(false)}
      />
    </Gated>
  )
}
