import { DisabledPanel } from '../../gate/DisabledPanel.tsx'
import { HiddenRecords } from '../../gate/HiddenRecords.tsx'
import { useDecision, useGate } from '../../gate/useGate.ts'
import { useScene } from '../../selection/SelectionContext.ts'
import { PageHead } from '../../ui/PageHeader.tsx'
import { ConversationGroup } from './ConversationGroup.tsx'
import { ConversationPanel } from './ConversationPanel.tsx'
import { groupsFor } from './conversationGroups.ts'
import { useConversations } from './data.ts'

/** Conversations of the person, of their groups and of others, as far as they may be seen. */
export function ConversationsPage() {
  const { person, membership, route } = useScene()
  const gate = useGate()
  const decision = useDecision('conversation.see')
  const [conversations, update] = useConversations()
  const visible = gate?.filter('conversation.see', conversations) ?? []
  const groups = groupsFor(person.id, membership.groups ?? [], visible)
  const open = visible.find(({ id }) => id === route.item) ?? groups[0]?.conversations[0]
  return (
    <>
      <PageHead title="Conversations" note="Yours, those of your groups, and those of others." />
      {decision.outcome === 'disable' && (
        <DisabledPanel permission="conversation.see" decision={decision} title="Conversations" />
      )}
      <div className="inbox">
        <div className="inbox-lists">
          {groups.map(group => (
            <ConversationGroup key={group.id} group={group} current={open?.id ?? ''} />
          ))}
          <HiddenRecords
            permission="conversation.see"
            records={conversations.filter(one => !visible.includes(one))}
            nameOf={({ contact, topic }) => `${contact}, ${topic}`}
          />
        </div>
        {open && (
          <div className="inbox-thread">
            <ConversationPanel key={open.id} conversation={open} update={update} />
          </div>
        )}
      </div>
    </>
  )
}
