import { useGate } from 'rolegate/react'
import { Gated } from '../../../gate/Gated.tsx'
import { usePane } from '../../../gate/PaneContext.ts'
import { useTexts } from '../../../language/LanguageContext.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type Conversation, MINE, OTHERS } from '../data/conversations.ts'
import { AssistedResponses } from './AssistedResponses.tsx'
import { ConversationList } from './ConversationList.tsx'
import { Summary } from './Summary.tsx'
import { Thread } from './Thread.tsx'
import { inboxTexts } from './texts.ts'

/** The live conversations of agents with visitors. */
export function InboxPage() {
  const texts = useTexts(inboxTexts)
  const { item } = usePane()
  const gate = useGate()
  const visible = [
    ...(gate.can('conversations.view-own') ? MINE : []),
    ...(gate.can('conversations.view-all') ? OTHERS : []),
  ]
  // A person who may see no conversation can still have summaries and responses; they get an example.
  const open: Conversation | undefined =
    visible.find(({ id }) => id === item) ?? visible[0] ?? MINE[0]
  if (!open) return null
  return (
    <>
      <PageHeader title={texts.title} description={texts.lead} />
      <div className="inbox">
        <div className="inbox-lists">
          <Gated permission="conversations.view-own" title={texts.myConversations}>
            <ConversationList title={texts.mine} conversations={MINE} current={open.id} />
          </Gated>
          <Gated permission="conversations.view-all" title={texts.allConversations}>
            <ConversationList title={texts.others} conversations={OTHERS} current={open.id} />
          </Gated>
        </div>
        <Gated permission="agent-inbox.access" title={texts.title} className="inbox-thread">
          <Thread key={open.id} conversation={open} />
        </Gated>
        <div className="inbox-aside">
          <Gated
            permission="conversation-summary.view"
            title={texts.conversationSummary}
            pitch={texts.summaryPitch}
          >
            <Summary conversation={open} />
          </Gated>
          <Gated
            permission="assisted-responses.view"
            title={texts.assisted}
            pitch={texts.assistedPitch}
          >
            <AssistedResponses conversation={open} />
          </Gated>
        </div>
      </div>
    </>
  )
}
