import { useGate } from '../../gate/useGate.ts'
import { useView } from '../../session/SessionContext.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Choice } from '../../ui/SelectField.tsx'
import type { Teammate } from './teammate.ts'

interface Props {
  readonly person: Teammate
  readonly isSelf: boolean
  readonly onChange: (role: string) => void
}

/** A person's role; whoever may change it is offered the roles they may hand out, and no other. */
export function RoleMenu({ person, isSelf, onChange }: Props) {
  const gate = useGate()
  const { names } = useView()
  const name = (id: string) => names?.role(id) ?? id
  const now = person.roles.map(name).join(', ')
  const offered = gate?.roles.assignable({ target: person.roles, self: isSelf }) ?? []
  if (offered.length === 0) return <Badge>{now}</Badge>
  return (
    <Choice
      label={`Role of ${person.name}`}
      options={offered.map(id => ({ id, label: name(id) }))}
      value={person.roles[0] ?? ''}
      shown={now}
      onChange={onChange}
    />
  )
}
