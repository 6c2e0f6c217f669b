import { useGate } from 'rolegate/react'
import { Gated } from '../../../gate/Gated.tsx'
import { usePane } from '../../../gate/PaneContext.ts'
import { useTexts } from '../../../language/LanguageContext.ts'
import { NotInSight } from '../../../shared/NotInSight.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type Conversation, MINE, OTHERS } from '../data/conversations.ts'
import { useSamples } from '../data/samples.ts'
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
  const mine = useSamples(MINE)
  const others = useSamples(OTHERS)
  const visible = [
    ...(gate.can('conversations.view-own') ? mine : []),
    ...(gate.can('conversations.view-all') ? others : []),
  ]
  // A person who may see no conversation can still have summaries and responses; they get an example.
  const open: Conversation | undefined =
    item === '' ? (visible[0] ?? mine[0]) : visible.find(({ id }) => id === item)
  const current = open?.id ?? ''
  return (
    <>
      <PageHeader title={texts.title} description={texts.lead} />
      <div className="inbox">
        <div className="inbox-lists">
          <Gated permission="conversations.view-own" title={texts.myConversations}>
            <ConversationList title={texts.mine} conversations={mine} current={current} />
          </Gated>
          <Gated permission="conversations.view-all" title={texts.allConversations}>
            <ConversationList title={texts.others} conversations={others} current={current} />
          </Gated>
        </div>
        {open ? (
          <OpenConversation conversation={open} />
        ) : (
          <div className="inbox-thread">
            <NotInSight />
          </div>
        )}
      </div>
    </>
  )
}

/** A conversation, and what helps to answer it. */
function OpenConversation({ conversation }: { readonly conversation: Conversation }) {
  const texts = useTexts(inboxTexts)
  return (
    <>
      <Gated permission="agent-inbox.access" title={texts.title} className="inbox-thread">
        <Thread key={conversation.id} conversation={conversation} />
      </Gated>
      <div className="inbox-aside">
        <Gated
          permission="conversation-summary.view"
          title={texts.conversationSummary}
          pitch={texts.summaryPitch}
        >
          <Summary conversation={conversation} />
        </Gated>
        <Gated
          permission="assisted-responses.view"
          title={texts.assisted}
          pitch={texts.assistedPitch}
        >
          <AssistedResponses conversation={conversation} />
        </Gated>
      </div>
    </>
  )
}
