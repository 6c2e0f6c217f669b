import { Megaphone, Video } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { Composer } from '../../shared/conversation/Composer.tsx'
import { ConversationLink } from '../../shared/conversation/ConversationLink.tsx'
import { MessageList } from '../../shared/conversation/MessageList.tsx'
import type { Message } from '../../shared/conversation/message.ts'
import { conversationTexts } from '../../shared/conversation/texts.ts'
import { NotInSight } from '../../shared/NotInSight.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { CONVERSATIONS, type Conversation } from './conversations.ts'
import { useSamples } from './samples.ts'
import { liveTexts } from './texts.ts'

const SHORTCUTS = [
  '/late – We are sorry for the delay',
  '/thanks – Thank you for your patience',
  '#delivery #order',
] as const

/** The conversations that an agent has at the moment. */
export function ChatPage() {
  const texts = useTexts(liveTexts)
  const shortcuts = useSamples(SHORTCUTS)
  const conversations = useSamples(CONVERSATIONS)
  const { item } = usePane()
  const open = conversations.find(({ id }) => item === '' || id === item)
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
      <div className="inbox">
        <Gated permission="chat.answer" title={texts.conversation} className="live-chat">
          <List conversations={conversations} current={open?.id ?? ''} />
          <div className="inbox-thread">
            {open ? <Thread key={open.id} conversation={open} /> : <NotInSight />}
          </div>
        </Gated>
        <Gated
          permission="shortcuts-and-tags.view"
          title={texts.shortcuts}
          className="live-shortcuts"
        >
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

interface ListProps {
  readonly conversations: readonly Conversation[]
  readonly current: string
}

function List({ conversations, current }: ListProps) {
  const texts = useTexts(liveTexts)
  return (
    <section className="conversations inbox-lists">
      <h2>
        {texts.yours} <span>{conversations.length}</span>
      </h2>
      <ul>
        {conversations.map(({ id, customer, group, waiting, messages }) => (
          <li key={id}>
            <ConversationLink
              to={{ section: 'chat', item: id }}
              isCurrent={id === current}
              visitor={customer}
              waiting={waiting}
              lastMessage={messages.at(-1)?.text}
            >
              {group}
            </ConversationLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Thread({ conversation }: { readonly conversation: Conversation }) {
  const texts = useTexts(liveTexts)
  const conversationText = useTexts(conversationTexts)
  const { customer, messages } = conversation
  const [sent, setSent] = useState<readonly Message[]>([])
  const send = (text: string) =>
    setSent(current => [...current, { from: 'agent', text, at: conversationText.now }])
  return (
    <section className="thread" aria-label={conversationText.with(customer)}>
      <header>
        <Avatar name={customer} size={38} />
        <div className="row-text">
          <h2>{customer}</h2>
          <p>{texts.channel}</p>
        </div>
      </header>
      <MessageList messages={[...messages, ...sent]} />
      <Composer to={customer} onSend={send} />
    </section>
  )
}
