import { useGate } from 'rolegate/react'
import { useRoleName } from '../../gate/useRoles.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { Badge } from '../../ui/Badge.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Teammate } from './teammate.ts'
import { teamTexts } from './texts.ts'

interface Props {
  readonly person: Teammate
  readonly isSelf: boolean
  readonly onChange: (role: string) => void
}

/** A person's role. Somebody who may change it is offered only the roles that they may assign. */
export function RoleSelect({ person, isSelf, onChange }: Props) {
  const texts = useTexts(teamTexts)
  const gate = useGate()
  const roleName = useRoleName()
  const current = person.roles.map(roleName).join(', ')
  const offered = gate.roles.assignable({ target: person.roles, self: isSelf })
  if (offered.length === 0) return <Badge>{current}</Badge>
  return (
    <SelectField
      label={texts.roleOf(person.name)}
      options={offered.map(id => ({ id, label: roleName(id) }))}
      value={person.roles[0] ?? ''}
      placeholder={current}
      onChange={onChange}
    />
  )
}
