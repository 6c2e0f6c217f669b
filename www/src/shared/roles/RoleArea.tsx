import { ChevronRight } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { GateView, Level } from 'rolegate'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import type { Area, Role } from '../../scenario/DisplayCatalog.ts'
import { allowedChoices, type Draft, draftValue } from './draft.ts'
import { roleTexts } from './texts.ts'
import { ValueChoice } from './ValueChoice.tsx'

interface Props {
  readonly gate: GateView
  readonly role: Role
  readonly area: Area
  readonly draft: Draft
  readonly canEdit: boolean
  readonly isOpen: boolean
  readonly onChange: (permission: string, value: Level) => void
}

/** The values of a role in one area. */
export function RoleArea({ gate, role, area, draft, canEdit, isOpen, onChange }: Props) {
  const texts = useTexts(roleTexts)
  const label = useLabels()
  const stored = area.permissions.filter(({ rule }) => !rule)
  const held = stored.filter(({ id }) => draftValue(role, draft, id) !== 'off')
  if (stored.length === 0) return null
  return (
    <Disclosure className="role-area" defaultExpanded={isOpen}>
      <Heading level={3}>
        <Button slot="trigger">
          <ChevronRight aria-hidden size={16} />
          <Name of={area.label} />
          <span>{texts.held(held.length, stored.length)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        {stored.map(permission => (
          <div key={permission.id} data-value-of={permission.id}>
            <ValueChoice
              label={label(permission.label)}
              value={draftValue(role, draft, permission.id)}
              choices={canEdit ? allowedChoices(gate, role, permission) : []}
              onChange={value => onChange(permission.id, value)}
            />
          </div>
        ))}
      </DisclosurePanel>
    </Disclosure>
  )
}
