import { Lock, PencilLine } from 'lucide-react'
import type { Role } from '../../demo/catalog.ts'
import { useGate } from '../../gate/useGate.ts'
import { href } from '../../selection/route.ts'
import { useSelection } from '../../selection/SelectionContext.ts'
import { isEditable } from './draft.ts'

interface Props {
  readonly roles: readonly Role[]
  readonly current: string
}

/** The roles, with a pencil beside each one that the person may edit. */
export function RoleList({ roles, current }: Props) {
  const { route } = useSelection()
  const gate = useGate()
  return (
    <nav aria-label="Roles">
      <ul className="role-list">
        {roles.map(role => {
          const { id, label } = role
          const canEdit = gate ? isEditable(gate, role) : false
          const Icon = canEdit ? PencilLine : Lock
          return (
            <li key={id}>
              <a
                className="nav-item"
                href={href(route, { item: id })}
                aria-current={id === current ? 'page' : undefined}
              >
                {label.en}
                <span className="nav-icon">
                  <Icon aria-hidden size={14} />
                  <span className="visually-hidden">{canEdit ? 'editable' : 'locked'}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
