import { UserMinus } from 'lucide-react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScenario } from '../../gate/PaneContext.ts'
import { useRoleName } from '../../gate/useRoles.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { toast } from '../../ui/toast.ts'
import type { Update } from '../sharedState.ts'
import { RoleSelect } from './RoleSelect.tsx'
import type { Teammate } from './teammate.ts'

interface Props {
  readonly people: readonly Teammate[]
  /** The domain of their email addresses. */
  readonly domain: string
  readonly update: Update<readonly Teammate[]>
  /** The permission to remove a person, if the product has one. */
  readonly removePermission?: string
}

/** The people of a workspace and their roles. */
export function TeamList({ people, domain, update, removePermission }: Props) {
  const { subject } = useScenario()
  const roleName = useRoleName()
  const assign = (person: Teammate, role: string) => {
    update(people => people.map(entry => (entry === person ? { ...entry, roles: [role] } : entry)))
    toast(`${person.name} now has the role ${roleName(role)}`)
  }
  return (
    <ul className="rows card team">
      {people.map(person => (
        <li key={person.id} data-teammate={person.id}>
          <Avatar name={person.name} size={36} />
          <div className="row-text">
            <strong>{person.name}</strong>
            <span>{person.id === subject ? 'You' : `${person.id}@${domain}`}</span>
          </div>
          <RoleSelect
            person={person}
            isSelf={person.id === subject}
            onChange={role => assign(person, role)}
          />
          {removePermission && person.id !== subject && (
            <GatedButton
              permission={removePermission}
              label="Remove"
              name={`Remove ${person.name}`}
              icon={UserMinus}
              variant="plain"
              small
              onPress={() => {
                update(people => people.filter(entry => entry !== person))
                toast(`${person.name} was removed`)
              }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
