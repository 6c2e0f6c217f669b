import { useState } from 'react'
import { Composer } from '../../../shared/conversation/Composer.tsx'
import { MessageList } from '../../../shared/conversation/MessageList.tsx'
import type { Message } from '../../../shared/conversation/message.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import type { Conversation } from '../data/conversations.ts'

/** A conversation, with the field for the agent's answer. */
export function Thread({ conversation }: { readonly conversation: Conversation }) {
  const { visitor, company, page } = conversation
  const [sent, setSent] = useState<readonly Message[]>([])
  return (
    <section className="thread" aria-label={`Conversation with ${visitor}`}>
      <header>
        <Avatar name={visitor} size={38} />
        <div>
          <h2>{visitor}</h2>
          <p>
            {company} · on {page}
          </p>
        </div>
      </header>
      <MessageList messages={[...conversation.messages, ...sent]} />
      <Composer
        to={visitor}
        onSend={text => setSent(current => [...current, { from: 'agent', text, at: 'now' }])}
      />
    </section>
  )
}
