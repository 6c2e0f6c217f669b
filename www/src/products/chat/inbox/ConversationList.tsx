import { ConversationLink } from '../../../shared/conversation/ConversationLink.tsx'
import type { Conversation } from '../data/conversations.ts'

interface Props {
  readonly title: string
  readonly conversations: readonly Conversation[]
  readonly current: string
}

export function ConversationList({ title, conversations, current }: Props) {
  return (
    <section className="conversations">
      <h2>
        {title} <span>{conversations.length}</span>
      </h2>
      <ul>
        {conversations.map(({ id, visitor, company, agent, waiting, messages }) => (
          <li key={id}>
            <ConversationLink
              to={{ section: 'inbox', item: id }}
              isCurrent={id === current}
              visitor={visitor}
              waiting={waiting}
              lastMessage={messages.at(-1)?.text}
            >
              <span>{agent ?? company}</span>
            </ConversationLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
