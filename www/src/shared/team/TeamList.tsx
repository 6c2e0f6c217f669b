import { UserMinus } from 'lucide-react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScene } from '../../selection/SelectionContext.ts'
import { useView } from '../../session/SessionContext.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { toast } from '../../ui/toast.ts'
import { RoleMenu } from './RoleSelect.tsx'
import type { Teammate } from './teammate.ts'

interface Props {
  readonly people: readonly Teammate[]
  /** Where their email goes. */
  readonly domain: string
  readonly update: (change: (now: readonly Teammate[]) => readonly Teammate[]) => void
  /** The permission to remove somebody, where the product has one. */
  readonly remove?: string
}

/** Who works here, and as what. */
export function TeamList({ people, domain, update, remove }: Props) {
  const { person: self } = useScene()
  const { names } = useView()
  const assign = (person: Teammate, role: string) => {
    update(now => now.map(one => (one === person ? { ...one, roles: [role] } : one)))
    toast(`${person.name} is ${names?.role(role) ?? role} now`)
  }
  return (
    <ul className="rows card team">
      {people.map(person => (
        <li key={person.id} data-teammate={person.id}>
          <Avatar name={person.name} size={36} />
          <div className="row-words">
            <strong>{person.name}</strong>
            <span>{person.id === self.id ? 'You' : `${person.id}@${domain}`}</span>
          </div>
          <RoleMenu
            person={person}
            isSelf={person.id === self.id}
            onChange={role => assign(person, role)}
          />
          {remove && person.id !== self.id && (
            <GatedButton
              permission={remove}
              label="Remove"
              name={`Remove ${person.name}`}
              icon={UserMinus}
              look="plain"
              small
              onPress={() => {
                update(now => now.filter(one => one !== person))
                toast(`${person.name} was removed`)
              }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
