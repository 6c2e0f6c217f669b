import { SendHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTexts } from '../../language/LanguageContext.ts'
import { Button } from '../../ui/Button.tsx'
import { conversationTexts } from './texts.ts'

interface Props {
  readonly to: string
  readonly onSend: (text: string) => void
}

/** The field in which an agent writes an answer. */
export function Composer({ to, onSend }: Props) {
  const texts = useTexts(conversationTexts)
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
        <Label className="visually-hidden">{texts.answer}</Label>
        <Input placeholder={texts.answerTo(to)} />
      </TextField>
      <Button variant="solid" icon={SendHorizontal} type="submit">
        {texts.send}
      </Button>
    </form>
  )
}
