import { SendHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Button } from '../../ui/Button.tsx'

interface Props {
  readonly to: string
  readonly onSend: (text: string) => void
}

/** The field in which an agent writes an answer. */
export function Composer({ to, onSend }: Props) {
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    onSend(text.trim())
    setText('')
  }
  return (
    <form className="composer" onSubmit={send}>
      <TextField value={text} onChange={setText} className="composer-field">
        <Label className="visually-hidden">Answer</Label>
        <Input placeholder={`Answer ${to}`} />
      </TextField>
      <Button variant="solid" icon={SendHorizontal} type="submit">
        Send
      </Button>
    </form>
  )
}
