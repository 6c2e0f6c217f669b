import { type FormEvent, useState } from 'react'
import { useGate } from '../../gate/useGate.ts'
import { useView } from '../../session/SessionContext.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/ModalDialog.tsx'
import { Choice } from '../../ui/SelectField.tsx'
import { Field } from '../../ui/TextField.tsx'
import type { Teammate } from './teammate.ts'

interface Props {
  readonly isOpen: boolean
  readonly onAdd: (person: Teammate) => void
  readonly onClose: () => void
}

/** Asks for somebody new, and for one of the roles that may be handed out to them. */
export function AddPerson({ isOpen, onAdd, onClose }: Props) {
  const gate = useGate()
  const { names } = useView()
  const offered = gate?.roles.assignable({ target: [] }) ?? []
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState('')
  const role = offered.includes(chosen) ? chosen : (offered[0] ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim() || !role) return
    onAdd({ id: name.trim().toLowerCase().replace(/\W+/g, '-'), name: name.trim(), roles: [role] })
    setName('')
    onClose()
  }
  return (
    <Sheet title="Add somebody" isOpen={isOpen} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field label="Name" value={name} onChange={setName} autoFocus />
        <Choice
          label="Role"
          options={offered.map(id => ({ id, label: names?.role(id) ?? id }))}
          value={role}
          onChange={setChosen}
        />
        {offered.length === 0 && <p>You may hand out no role to somebody new.</p>}
        <div className="actions sheet-actions">
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button look="solid" type="submit" isDisabled={!name.trim() || !role}>
            Add
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
