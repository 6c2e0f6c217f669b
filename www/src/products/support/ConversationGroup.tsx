import { useGate } from '../../gate/useGate.ts'
import { href } from '../../selection/route.ts'
import { useScene } from '../../selection/SelectionContext.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import type { Group } from './conversationGroups.ts'
import { OPERATORS } from './data.ts'

interface Props {
  readonly group: Group
  readonly current: string
}

export function ConversationGroup({ group, current }: Props) {
  const { route } = useScene()
  const gate = useGate()
  return (
    <section className="conversations" data-group={group.id}>
      <h2>
        {group.title} <span>{group.conversations.length}</span>
      </h2>
      <ul>
        {group.conversations.map(conversation => {
          const { id, contact, assignee, waiting, messages } = conversation
          const level = gate?.level('conversation.access', conversation) ?? 'off'
          return (
            <li key={id} data-record={id} data-level={level}>
              <a
                href={href(route, { section: 'conversations', item: id })}
                aria-current={id === current ? 'true' : undefined}
              >
                <Avatar name={contact} size={34} />
                <span className="conversation-words">
                  <strong>{contact}</strong>
                  <span className="conversation-wait">{waiting}</span>
                  <span className="conversation-last">{messages.at(-1)?.text}</span>
                  <span className="conversation-who">
                    {assignee ? (OPERATORS[assignee] ?? assignee) : 'Nobody yet'}
                    {level === 'read' && ', read only'}
                  </span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
