import { href } from '../../../selection/route.ts'
import { useScene } from '../../../selection/SelectionContext.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import type { Conversation } from '../data/conversations.ts'

interface Props {
  readonly title: string
  readonly conversations: readonly Conversation[]
  readonly current: string
}

export function ConversationList({ title, conversations, current }: Props) {
  const { route } = useScene()
  return (
    <section className="conversations">
      <h2>
        {title} <span>{conversations.length}</span>
      </h2>
      <ul>
        {conversations.map(({ id, visitor, company, agent, waiting, messages }) => (
          <li key={id}>
            <a
              href={href(route, { section: 'inbox', item: id })}
              aria-current={id === current ? 'true' : undefined}
            >
              <Avatar name={visitor} size={34} />
              <span className="conversation-words">
                <strong>{visitor}</strong>
                <span className="conversation-wait">{waiting}</span>
                <span className="conversation-last">{messages.at(-1)?.text}</span>
                <span className="conversation-who">{agent ?? company}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
