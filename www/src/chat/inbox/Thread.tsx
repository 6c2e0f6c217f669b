import { SendHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Conversation, Message } from '../data/conversations.ts'

/** What has been said, and where the agent answers. */
export function Thread({ conversation }: { readonly conversation: Conversation }) {
  const [sent, setSent] = useState<readonly Message[]>([])
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    setSent(now => [...now, { from: 'agent', text: text.trim(), at: 'now' }])
    setText('')
  }
  return (
    <section className="thread" aria-label={`Conversation with ${conversation.visitor}`}>
      <header>
        <Avatar name={conversation.visitor} size={38} />
        <div>
          <h2>{conversation.visitor}</h2>
          <p>
            {conversation.company} · on {conversation.page}
          </p>
        </div>
      </header>
      <ol>
        {[...conversation.messages, ...sent].map((message, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are only added at the end
          <li key={at} className={message.from}>
            <p>{message.text}</p>
            <span>{message.at}</span>
          </li>
        ))}
      </ol>
      <form onSubmit={send}>
        <TextField value={text} onChange={setText} className="composer">
          <Label className="unseen">Answer</Label>
          <Input placeholder={`Answer ${conversation.visitor.split(' ')[0]}`} />
        </TextField>
        <Button look="solid" icon={SendHorizontal} type="submit">
          Send
        </Button>
      </form>
    </section>
  )
}
