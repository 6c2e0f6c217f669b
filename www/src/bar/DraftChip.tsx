import { PencilLine, Undo2 } from 'lucide-react'
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { type DraftChange, draftOf, withoutChange } from '../scenario/draft.ts'
import { rolesOf } from '../scenario/roles.ts'
import type { InForce } from '../scenario/Scene.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { barTexts } from './texts.ts'

/** How much of the scenario is not what the product ships with, and how to take it back. */
export function DraftChip({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const label = useLabels()
  const { change } = useWorkbench()
  const { catalog, scenario } = inForce
  const changes = draftOf(catalog, scenario)
  if (changes.length === 0) return null
  const roles = rolesOf(catalog, scenario.customRoles)
  const nameOf = (draft: DraftChange) => {
    if (draft.kind === 'role') return texts.newRole(label(draft.role.label))
    const permission = label(catalog.permission(draft.permission)?.label)
    const where =
      draft.kind === 'value'
        ? label(roles.find(({ id }) => id === draft.role.id)?.label)
        : [texts.layer[draft.layer.from], draft.layer.id].filter(Boolean).join(' ')
    return `${where}: ${permission} → ${draft.value}`
  }
  return (
    <DialogTrigger>
      <AriaButton className="draft-chip">
        <PencilLine aria-hidden size={14} />
        <span aria-hidden className="draft-count">
          {changes.length}
        </span>
        <span className="draft-text">{texts.draft(changes.length)}</span>
      </AriaButton>
      <Popover className="popover draft-popover" placement="bottom end" offset={6}>
        <Dialog className="popover-dialog">
          <Heading slot="title">{texts.draftTitle}</Heading>
          <ul className="draft-changes">
            {changes.map(draft => (
              <li key={nameOf(draft)}>
                <span>{nameOf(draft)}</span>
                <IconButton
                  icon={Undo2}
                  label={`${texts.undo}: ${nameOf(draft)}`}
                  onPress={() => change(withoutChange(scenario, draft))}
                />
              </li>
            ))}
          </ul>
          <Button
            onPress={() => {
              const own = scenario.roles.filter(id => catalog.role(id))
              change({ customRoles: [], layers: [], roles: own })
            }}
          >
            {texts.discard}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
