import { type FormEvent, useState } from 'react'
import { Button } from './Button.tsx'
import { Sheet } from './ModalDialog.tsx'
import { Field } from './TextField.tsx'

interface Props {
  readonly title: string
  readonly label: string
  readonly action: string
  readonly isOpen: boolean
  readonly onDone: (answer: string) => void
  readonly onClose: () => void
}

/** Asks for one line of text. */
export function Ask({ title, label, action, isOpen, onDone, onClose }: Props) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    onDone(text.trim())
    setText('')
    onClose()
  }
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={label} value={text} onChange={setText} autoFocus />
        <div className="actions sheet-actions">
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button look="solid" type="submit" isDisabled={!text.trim()}>
            {action}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
