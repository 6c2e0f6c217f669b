import { Lock, PencilLine } from 'lucide-react'
import { useGate } from 'rolegate/react'
import { usePane } from '../../gate/PaneContext.ts'
import { PlaceLink } from '../../gate/PlaceLink.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import type { Role } from '../../scenario/DisplayCatalog.ts'
import { isEditable } from './draft.ts'
import { roleTexts } from './texts.ts'

interface Props {
  readonly roles: readonly Role[]
  readonly current: string
}

/** The roles, with a pencil beside each one that the person may edit. */
export function RoleList({ roles, current }: Props) {
  const texts = useTexts(roleTexts)
  const { id: pane } = usePane()
  const gate = useGate()
  return (
    <nav aria-label={texts.roles(pane)}>
      <ul className="role-list">
        {roles.map(role => {
          const { id, label } = role
          const canEdit = isEditable(gate, role)
          const Icon = canEdit ? PencilLine : Lock
          return (
            <li key={id}>
              <PlaceLink
                className="nav-item"
                to={{ item: id }}
                aria-current={id === current ? 'page' : undefined}
              >
                <Name of={label} />
                <span className="nav-icon">
                  <Icon aria-hidden size={14} />
                  <span className="visually-hidden">{canEdit ? texts.editable : texts.locked}</span>
                </span>
              </PlaceLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
