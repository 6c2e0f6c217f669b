import { Megaphone, Video } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Composer } from '../../shared/conversation/Composer.tsx'
import { MessageList } from '../../shared/conversation/MessageList.tsx'
import type { Message } from '../../shared/conversation/message.ts'
import { conversationTexts } from '../../shared/conversation/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { useSamples } from './samples.ts'
import { liveTexts } from './texts.ts'

const START: readonly Message[] = [
  { from: 'visitor', text: 'Hello, my order has not arrived.', at: '10:14' },
  { from: 'agent', text: 'I will look it up. What is its number?', at: '10:15' },
  { from: 'visitor', text: 'HC-20418.', at: '10:15' },
]

const CUSTOMER = 'Customer 5120'

const SHORTCUTS = [
  '/late – We are sorry for the delay',
  '/thanks – Thank you for your patience',
  '#delivery #order',
] as const

/** The conversation that an agent has at the moment. */
export function ChatPage() {
  const conversationText = useTexts(conversationTexts)
  const texts = useTexts(liveTexts)
  const customer = useSamples(CUSTOMER)
  const shortcuts = useSamples(SHORTCUTS)
  const [messages, setMessages] = useState(START)
  const shown = useSamples(messages)
  const send = (text: string) =>
    setMessages([...messages, { from: 'agent', text, at: conversationText.now }])
  return (
    <>
      <PageHeader title={texts.chat} description={texts.chatLead}>
        <GatedButton
          permission="proactive-messages.send"
          label={texts.write}
          icon={Megaphone}
          onPress={() => toast(texts.sent)}
        />
        <GatedButton
          permission="video-calls.start"
          label={texts.call}
          icon={Video}
          variant="solid"
          onPress={() => toast(texts.called)}
        />
      </PageHeader>
      <div className="columns">
        <Gated permission="chat.answer" title={texts.conversation} className="inbox-thread">
          <section className="thread" aria-label={conversationText.with(customer)}>
            <header>
              <Avatar name={customer} size={38} />
              <div className="row-text">
                <h2>{customer}</h2>
                <p>{texts.channel}</p>
              </div>
            </header>
            <MessageList messages={shown} />
            <Composer to={customer} onSend={send} />
          </section>
        </Gated>
        <Gated permission="shortcuts-and-tags.view" title={texts.shortcuts}>
          <Card title={texts.shortcuts} description={texts.shortcutsLead}>
            <ul className="bullet-list">
              {shortcuts.map(text => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Card>
        </Gated>
      </div>
    </>
  )
}
