import { useState } from 'react'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Composer } from '../../../shared/conversation/Composer.tsx'
import { MessageList } from '../../../shared/conversation/MessageList.tsx'
import type { Message } from '../../../shared/conversation/message.ts'
import { conversationTexts } from '../../../shared/conversation/texts.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import type { Conversation } from '../data/conversations.ts'
import { inboxTexts } from './texts.ts'

/** A conversation, with the field for the agent's answer. */
export function Thread({ conversation }: { readonly conversation: Conversation }) {
  const conversationText = useTexts(conversationTexts)
  const texts = useTexts(inboxTexts)
  const { visitor, company, page } = conversation
  const [sent, setSent] = useState<readonly Message[]>([])
  return (
    <section className="thread" aria-label={conversationText.with(visitor)}>
      <header>
        <Avatar name={visitor} size={38} />
        <div>
          <h2>{visitor}</h2>
          <p>
            {company} · {texts.onPage} {page}
          </p>
        </div>
      </header>
      <MessageList messages={[...conversation.messages, ...sent]} />
      <Composer
        to={visitor}
        onSend={text =>
          setSent(current => [...current, { from: 'agent', text, at: conversationText.now }])
        }
      />
    </section>
  )
}
