import { Save, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { heldIn, type Role } from '../../demo/catalog.ts'
import { useGate } from '../../gate/useGate.ts'
import { useView } from '../../session/SessionContext.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { type Draft, isEditable, violations } from './draft.ts'
import { RoleArea } from './RoleArea.tsx'

/** A role with all it holds; whoever may edit it can choose between the allowed values. */
export function RoleEditor({ role }: { readonly role: Role }) {
  const gate = useGate()
  const { names } = useView()
  const [draft, setDraft] = useState<Draft>({})
  if (!gate || !names) return null
  const canEdit = isEditable(gate, role)
  const wrong = canEdit ? violations(gate, role, draft) : []
  const changed = Object.entries(draft).filter(([id, value]) => value !== heldIn(role, id))
  return (
    <section className="card role-editor" data-role={role.id} data-editable={canEdit}>
      <header className="card-head">
        <div>
          <h2>{role.label.en}</h2>
          <p>
            {canEdit
              ? 'Choose between the values that are allowed for this role. The rest is fixed.'
              : 'You may look at this role, not change it.'}
          </p>
        </div>
        {canEdit && (
          <div className="actions">
            <Button
              look="plain"
              icon={Undo2}
              isDisabled={changed.length === 0}
              onPress={() => setDraft({})}
            >
              Undo
            </Button>
            <Button
              look="solid"
              icon={Save}
              isDisabled={changed.length === 0 || wrong.length > 0}
              onPress={() => toast(`The server would now sign ${role.label.en} into snapshots`)}
            >
              Save {changed.length > 0 ? changed.length : ''}
            </Button>
          </div>
        )}
      </header>
      {wrong.length > 0 && (
        <ul className="violations" role="alert">
          {wrong.map(({ code, message }) => (
            <li key={message}>
              <code>{code}</code> {message}
            </li>
          ))}
        </ul>
      )}
      <div>
        {names.areas.map((area, at) => (
          <RoleArea
            key={area.id}
            gate={gate}
            role={role}
            area={area}
            draft={draft}
            canEdit={canEdit}
            isOpen={at === 0}
            onChange={(id, value) => setDraft({ ...draft, [id]: value })}
          />
        ))}
      </div>
    </section>
  )
}
