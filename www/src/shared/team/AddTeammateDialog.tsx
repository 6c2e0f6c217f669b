import { type FormEvent, useState } from 'react'
import { useGate } from 'rolegate/react'
import { useRoleName } from '../../gate/useRoles.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { Button } from '../../ui/Button.tsx'
import { ModalDialog } from '../../ui/ModalDialog.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { uiTexts } from '../../ui/texts.ts'
import { commonTexts } from '../texts.ts'
import type { Teammate } from './teammate.ts'
import { teamTexts } from './texts.ts'

interface Props {
  readonly isOpen: boolean
  readonly onAdd: (teammate: Teammate) => void
  readonly onClose: () => void
}

/** Asks for the name of a new person, and for one of the roles that they may be given. */
export function AddTeammateDialog({ isOpen, onAdd, onClose }: Props) {
  const ui = useTexts(uiTexts)
  const common = useTexts(commonTexts)
  const texts = useTexts(teamTexts)
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
    <ModalDialog title={texts.addSomebody} isOpen={isOpen} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextField label={common.name} value={name} onChange={setName} autoFocus />
        <SelectField
          label={texts.role}
          options={offered.map(id => ({ id, label: roleName(id) }))}
          value={role}
          onChange={setChosen}
        />
        {offered.length === 0 && <p>{texts.noRole}</p>}
        <div className="actions dialog-actions">
          <Button variant="plain" onPress={onClose}>
            {ui.cancel}
          </Button>
          <Button variant="solid" type="submit" isDisabled={!name.trim() || !role}>
            {common.add}
          </Button>
        </div>
      </form>
    </ModalDialog>
  )
}
