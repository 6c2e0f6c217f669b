import { Save, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { type Role, roleValue } from '../../demo/catalog.ts'
import { useGate } from '../../gate/useGate.ts'
import { useSessionState } from '../../session/SessionContext.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { type Draft, isEditable, violations } from './draft.ts'
import { RoleArea } from './RoleArea.tsx'

/** The values of a role. A person who may edit the role can choose among the allowed values. */
export function RoleEditor({ role }: { readonly role: Role }) {
  const gate = useGate()
  const { catalog } = useSessionState()
  const [draft, setDraft] = useState<Draft>({})
  if (!gate || !catalog) return null
  const canEdit = isEditable(gate, role)
  const problems = canEdit ? violations(gate, role, draft) : []
  const changed = Object.entries(draft).filter(([id, value]) => value !== roleValue(role, id))
  return (
    <section className="card role-editor" data-role={role.id} data-editable={canEdit}>
      <header className="card-header">
        <div>
          <h2>{role.label.en}</h2>
          <p>
            {canEdit
              ? 'Choose among the values allowed for this role. All others are fixed.'
              : 'You may view this role but not change it.'}
          </p>
        </div>
        {canEdit && (
          <div className="actions">
            <Button
              variant="plain"
              icon={Undo2}
              isDisabled={changed.length === 0}
              onPress={() => setDraft({})}
            >
              Undo
            </Button>
            <Button
              variant="solid"
              icon={Save}
              isDisabled={changed.length === 0 || problems.length > 0}
              onPress={() => toast(`The server would now include ${role.label.en} in snapshots`)}
            >
              Save {changed.length > 0 ? changed.length : ''}
            </Button>
          </div>
        )}
      </header>
      {problems.length > 0 && (
        <ul className="violations" role="alert">
          {problems.map(({ code, message }) => (
            <li key={message}>
              <code>{code}</code> {message}
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
