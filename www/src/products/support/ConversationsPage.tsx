import { DisabledPanel } from '../../gate/DisabledPanel.tsx'
import { HiddenRecords } from '../../gate/HiddenRecords.tsx'
import { useDecision, useGate } from '../../gate/useGate.ts'
import { useSelection } from '../../selection/SelectionContext.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ConversationGroupList } from './ConversationGroupList.tsx'
import { ConversationPanel } from './ConversationPanel.tsx'
import { groupConversations } from './conversationGroups.ts'
import { useConversations } from './data.ts'

/** The conversations that the person may see: their own, those of their groups, and others. */
export function ConversationsPage() {
  const { person, membership, route } = useSelection()
  const gate = useGate()
  const decision = useDecision('conversation.see')
  const [conversations, update] = useConversations()
  const visible = gate?.filter('conversation.see', conversations) ?? []
  const groups = groupConversations(person.id, membership.groups ?? [], visible)
  const open = visible.find(({ id }) => id === route.item) ?? groups[0]?.conversations[0]
  return (
    <>
      <PageHeader
        title="Conversations"
        description="Your own conversations, those of your groups, and those of others."
      />
      {decision.outcome === 'disable' && (
        <DisabledPanel permission="conversation.see" decision={decision} title="Conversations" />
      )}
      <div className="inbox">
        <div className="inbox-lists">
          {groups.map(group => (
            <ConversationGroupList key={group.id} group={group} current={open?.id ?? ''} />
          ))}
          <HiddenRecords
            permission="conversation.see"
            records={conversations.filter(entry => !visible.includes(entry))}
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
