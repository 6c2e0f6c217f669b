import { Megaphone, Video } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Composer } from '../../shared/conversation/Composer.tsx'
import { MessageList } from '../../shared/conversation/MessageList.tsx'
import type { Message } from '../../shared/conversation/message.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'

const START: readonly Message[] = [
  { from: 'visitor', text: 'Hello, my order has not arrived.', at: '10:14' },
  { from: 'agent', text: 'I will look it up. What is its number?', at: '10:15' },
  { from: 'visitor', text: 'HC-20418.', at: '10:15' },
]

/** The conversation that an agent has at the moment. */
export function ChatPage() {
  const [messages, setMessages] = useState(START)
  const send = (text: string) => setMessages([...messages, { from: 'agent', text, at: 'now' }])
  return (
    <>
      <PageHeader title="Chat" description="Conversations that wait for an answer.">
        <GatedButton
          permission="proactive-messages.send"
          label="Write to a customer"
          icon={Megaphone}
          onPress={() => toast('The message was sent')}
        />
        <GatedButton
          permission="video-calls.start"
          label="Start a video call"
          icon={Video}
          variant="solid"
          onPress={() => toast('The customer is called')}
        />
      </PageHeader>
      <div className="columns">
        <Gated permission="chat.answer" title="Conversation" className="inbox-thread">
          <section className="thread" aria-label="Conversation with Customer 5120">
            <header>
              <Avatar name="Customer 5120" size={38} />
              <div className="row-text">
                <h2>Customer 5120</h2>
                <p>Web channel</p>
              </div>
            </header>
            <MessageList messages={messages} />
            <Composer to="Customer 5120" onSend={send} />
          </section>
        </Gated>
        <Gated permission="shortcuts-and-tags.view" title="Shortcuts and tags">
          <Card title="Shortcuts and tags" description="Texts to insert, and words to find it by.">
            <ul className="bullet-list">
              <li>/late – We are sorry for the delay</li>
              <li>/thanks – Thank you for your patience</li>
              <li>#delivery #order</li>
            </ul>
          </Card>
        </Gated>
      </div>
    </>
  )
}
