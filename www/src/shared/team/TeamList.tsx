import { UserMinus } from 'lucide-react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScenario } from '../../gate/PaneContext.ts'
import { useRoleName } from '../../gate/useRoles.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { toast } from '../../ui/toast.ts'
import type { Update } from '../sharedState.ts'
import { RoleSelect } from './RoleSelect.tsx'
import type { Teammate } from './teammate.ts'
import { teamTexts } from './texts.ts'

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
  const texts = useTexts(teamTexts)
  const { subject } = useScenario()
  const roleName = useRoleName()
  const assign = (person: Teammate, role: string) => {
    update(people =>
      people.map(entry => (entry.id === person.id ? { ...entry, roles: [role] } : entry)),
    )
    toast(texts.given(person.name, roleName(role)))
  }
  return (
    <ul className="rows card team">
      {people.map(person => (
        <li key={person.id} data-teammate={person.id}>
          <Avatar name={person.name} size={36} />
          <div className="row-text">
            <strong>{person.name}</strong>
            <span>{person.id === subject ? texts.you : `${person.id}@${domain}`}</span>
          </div>
          <RoleSelect
            person={person}
            isSelf={person.id === subject}
            onChange={role => assign(person, role)}
          />
          {removePermission && person.id !== subject && (
            <GatedButton
              permission={removePermission}
              label={texts.remove}
              name={texts.removeOf(person.name)}
              icon={UserMinus}
              variant="plain"
              small
              onPress={() => {
                update(people => people.filter(entry => entry.id !== person.id))
                toast(texts.removed(person.name))
              }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
