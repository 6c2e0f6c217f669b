import { Save, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useGate } from 'rolegate/react'
import { usePane } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import { type Role, roleValue } from '../../scenario/DisplayCatalog.ts'
import { withEdit } from '../../scenario/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { commonTexts } from '../texts.ts'
import { type Draft, isEditable, NEW_ROLE_ID, violations } from './draft.ts'
import { RoleArea } from './RoleArea.tsx'
import { roleTexts } from './texts.ts'

/** The values of a role. A person who may edit the role can choose among the allowed values. */
export function RoleEditor({ role }: { readonly role: Role }) {
  const common = useTexts(commonTexts)
  const texts = useTexts(roleTexts)
  const gate = useGate()
  const { inForce, saveRoles } = usePane()
  const { catalog, scenario } = inForce
  const [draft, setDraft] = useState<Draft>({})
  const canEdit = isEditable(gate, role)
  const stored = scenario.customRoles.find(({ id }) => id === role.id)?.values ?? {}
  const values = { ...stored, ...draft }
  const problems = canEdit ? violations(gate, role, values) : []
  const changed = Object.entries(draft).filter(([id, value]) => value !== roleValue(role, id))
  const isNew = role.id === NEW_ROLE_ID
  // A new role is stored with a name, and so with an id of its own.
  const save = () => {
    const id = isNew ? idFor(role.label['en'] ?? '', catalog.roles) : role.id
    const before = isNew
      ? [...scenario.customRoles, { id, label: role.label, values: {} }]
      : scenario.customRoles
    saveRoles(withEdit(before, { id, values }))
    setDraft({})
  }
  return (
    <section className="card role-editor" data-role={role.id} data-editable={canEdit}>
      <header className="card-header">
        <div>
          <h2>
            <Name of={role.label} />
          </h2>
          <p>{canEdit ? texts.choose : texts.viewOnly}</p>
        </div>
        {canEdit && (
          <div className="actions">
            <Button
              variant="plain"
              icon={Undo2}
              isDisabled={changed.length === 0}
              onPress={() => setDraft({})}
            >
              {texts.undo}
            </Button>
            <Button
              variant="solid"
              icon={Save}
              isDisabled={(changed.length === 0 && !isNew) || problems.length > 0}
              onPress={save}
            >
              {common.save} {changed.length > 0 ? changed.length : ''}
            </Button>
          </div>
        )}
      </header>
      {problems.length > 0 && (
        <ul className="violations" role="alert">
          {problems.map(({ code, message }) => (
            <li key={message}>
              <code>{code}</code> <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      )}
      <div>
        {catalog.areas.map((area, index) => (
          <RoleArea
            key={area.id}
            gate={gate}
            role={role}
            area={area}
            draft={draft}
            canEdit={canEdit}
            isOpen={index === 0}
            onChange={(id, value) => setDraft({ ...draft, [id]: value })}
          />
        ))}
      </div>
    </section>
  )
}

/** An id for a new role, from its name, that no other role has. */
function idFor(name: string, roles: readonly Role[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const id = words.join('-').slice(0, 60) || 'new-role'
  return roles.some(role => role.id === id) ? `${id}-2` : id
}
