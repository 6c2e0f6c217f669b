import { useDecision, useGate } from 'rolegate/react'
import { DisabledPanel } from '../../gate/DisabledPanel.tsx'
import { Ghost } from '../../gate/Ghost.tsx'
import { usePane, useScenario } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { NotInSight } from '../../shared/NotInSight.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ConversationGroupList } from './ConversationGroupList.tsx'
import { ConversationPanel } from './ConversationPanel.tsx'
import { groupConversations } from './conversationGroups.ts'
import { useConversations } from './data.ts'
import { supportTexts } from './texts.ts'

/** The conversations that the person may see: their own, those of their groups, and others. */
export function ConversationsPage() {
  const texts = useTexts(supportTexts)
  const { item } = usePane()
  const { subject, groups: own } = useScenario()
  const gate = useGate()
  const decision = useDecision('conversation.see')
  const [conversations, update] = useConversations()
  const visible = gate.filter('conversation.see', conversations)
  const groups = groupConversations(subject, own, visible)
  const open = item === '' ? groups[0]?.conversations[0] : visible.find(({ id }) => id === item)
  return (
    <>
      <PageHeader title={texts.conversations} description={texts.conversationsLead} />
      {decision.outcome === 'disable' && (
        <DisabledPanel
          permission="conversation.see"
          decision={decision}
          title={texts.conversations}
        />
      )}
      {decision.outcome !== 'disable' && visible.length === 0 && (
        <p className="empty">{texts.noConversations}</p>
      )}
      <div className="inbox">
        <div className="inbox-lists">
          {groups.map(group => (
            <ConversationGroupList key={group.id} group={group} current={open?.id ?? ''} />
          ))}
          {conversations
            .filter(entry => !visible.includes(entry))
            .map(({ id, contact, topic }) => (
              <Ghost key={id} permission="conversation.see" record={`${contact}, ${topic}`} />
            ))}
        </div>
        {open && (
          <div className="inbox-thread">
            <ConversationPanel key={open.id} conversation={open} update={update} />
          </div>
        )}
        {!open && item !== '' && (
          <div className="inbox-thread">
            <NotInSight />
          </div>
        )}
      </div>
    </>
  )
}
