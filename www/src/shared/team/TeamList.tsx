import { UserMinus } from 'lucide-react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useSelection } from '../../selection/SelectionContext.ts'
import { useSessionState } from '../../session/SessionContext.ts'
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
  const { person: self } = useSelection()
  const { catalog } = useSessionState()
  const assign = (person: Teammate, role: string) => {
    update(people => people.map(entry => (entry === person ? { ...entry, roles: [role] } : entry)))
    toast(`${person.name} now has the role ${catalog?.roleLabel(role) ?? role}`)
  }
  return (
    <ul className="rows card team">
      {people.map(person => (
        <li key={person.id} data-teammate={person.id}>
          <Avatar name={person.name} size={36} />
          <div className="row-text">
            <strong>{person.name}</strong>
            <span>{person.id === self.id ? 'You' : `${person.id}@${domain}`}</span>
          </div>
          <RoleSelect
            person={person}
            isSelf={person.id === self.id}
            onChange={role => assign(person, role)}
          />
          {removePermission && person.id !== self.id && (
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
