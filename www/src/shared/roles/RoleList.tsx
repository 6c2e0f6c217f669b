import { Lock, PencilLine } from 'lucide-react'
import type { Role } from '../../demo/catalog.ts'
import { useGate } from '../../gate/useGate.ts'
import { href } from '../../selection/route.ts'
import { useScene } from '../../selection/SelectionContext.ts'
import { isEditable } from './draft.ts'

interface Props {
  readonly roles: readonly Role[]
  readonly current: string
}

/** The roles there are; a pencil where the person may edit one. */
export function RoleList({ roles, current }: Props) {
  const { route } = useScene()
  const gate = useGate()
  return (
    <nav aria-label="Roles">
      <ul className="role-list">
        {roles.map(role => {
          const { id, label } = role
          const canEdit = gate ? isEditable(gate, role) : false
          const Sign = canEdit ? PencilLine : Lock
          return (
            <li key={id}>
              <a
                className="nav-item"
                href={href(route, { item: id })}
                aria-current={id === current ? 'page' : undefined}
              >
                {label.en}
                <span className="nav-sign">
                  <Sign aria-hidden size={14} />
                  <span className="unseen">{canEdit ? 'editable' : 'locked'}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
