import { type FormEvent, useState } from 'react'
import { useGate } from 'rolegate/react'
import { useRoleName } from '../../gate/useRoles.ts'
import { Button } from '../../ui/Button.tsx'
import { ModalDialog } from '../../ui/ModalDialog.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Teammate } from './teammate.ts'

interface Props {
  readonly isOpen: boolean
  readonly onAdd: (teammate: Teammate) => void
  readonly onClose: () => void
}

/** Asks for the name of a new person, and for one of the roles that they may be given. */
export function AddTeammateDialog({ isOpen, onAdd, onClose }: Props) {
  const gate = useGate()
  const roleName = useRoleName()
  const offered = gate.roles.assignable({ target: [] })
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
    <ModalDialog title="Add somebody" isOpen={isOpen} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextField label="Name" value={name} onChange={setName} autoFocus />
        <SelectField
          label="Role"
          options={offered.map(id => ({ id, label: roleName(id) }))}
          value={role}
          onChange={setChosen}
        />
        {offered.length === 0 && <p>You may not give a role to a new person.</p>}
        <div className="actions dialog-actions">
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="solid" type="submit" isDisabled={!name.trim() || !role}>
            Add
          </Button>
        </div>
      </form>
    </ModalDialog>
  )
}
