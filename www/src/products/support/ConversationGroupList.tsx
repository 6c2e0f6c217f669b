import { useGate } from 'rolegate/react'
import { useTexts } from '../../language/LanguageContext.ts'
import { ConversationLink } from '../../shared/conversation/ConversationLink.tsx'
import type { ConversationGroup } from './conversationGroups.ts'
import { OPERATORS } from './data.ts'
import { useSamples } from './samples.ts'
import { supportTexts } from './texts.ts'

interface Props {
  readonly group: ConversationGroup
  readonly current: string
}

export function ConversationGroupList({ group, current }: Props) {
  const texts = useTexts(supportTexts)
  const operators = useSamples(OPERATORS)
  const gate = useGate()
  return (
    <section className="conversations" data-group={group.id}>
      <h2>
        {texts.groups[group.id]} <span>{group.conversations.length}</span>
      </h2>
      <ul>
        {group.conversations.map(conversation => {
          const { id, contact, assignee, waiting, messages } = conversation
          const level = gate.level('conversation.access', conversation)
          return (
            <li key={id} data-record={id} data-level={level}>
              <ConversationLink
                to={{ section: 'conversations', item: id }}
                isCurrent={id === current}
                visitor={contact}
                waiting={waiting}
                lastMessage={messages.at(-1)?.text}
              >
                {assignee ? <span>{operators[assignee] ?? assignee}</span> : texts.unassigned}
                {level === 'read' && `, ${texts.readOnly}`}
              </ConversationLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
