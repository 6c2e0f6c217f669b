import { type FormEvent, useState } from 'react'
import { useTexts } from '../language/LanguageContext.ts'
import { Button } from './Button.tsx'
import { ModalDialog } from './ModalDialog.tsx'
import { TextField } from './TextField.tsx'
import { uiTexts } from './texts.ts'

interface Props {
  readonly title: string
  readonly label: string
  readonly action: string
  readonly isOpen: boolean
  readonly onSubmit: (text: string) => void
  readonly onClose: () => void
}

/** Asks for one line of text. */
export function PromptDialog({ title, label, action, isOpen, onSubmit, onClose }: Props) {
  const texts = useTexts(uiTexts)
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    onSubmit(text.trim())
    setText('')
    onClose()
  }
  return (
    <ModalDialog title={title} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit}>
        <TextField label={label} value={text} onChange={setText} autoFocus />
        <div className="actions dialog-actions">
          <Button variant="plain" onPress={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="solid" type="submit" isDisabled={!text.trim()}>
            {action}
          </Button>
        </div>
      </form>
    </ModalDialog>
  )
}
