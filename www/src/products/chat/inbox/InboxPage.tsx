import { useGate } from 'rolegate/react'
import { Gated } from '../../../gate/Gated.tsx'
import { usePane } from '../../../gate/PaneContext.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type Conversation, MINE, OTHERS } from '../data/conversations.ts'
import { AssistedResponses } from './AssistedResponses.tsx'
import { ConversationList } from './ConversationList.tsx'
import { Summary } from './Summary.tsx'
import { Thread } from './Thread.tsx'

/** The live conversations of agents with visitors. */
export function InboxPage() {
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
      <PageHeader title="Agent inbox" description="Live conversations with visitors to the site." />
      <div className="inbox">
        <div className="inbox-lists">
          <Gated permission="conversations.view-own" title="My conversations">
            <ConversationList title="Mine" conversations={MINE} current={open.id} />
          </Gated>
          <Gated permission="conversations.view-all" title="All conversations">
            <ConversationList title="Other agents’" conversations={OTHERS} current={open.id} />
          </Gated>
        </div>
        <Gated permission="agent-inbox.access" title="Agent inbox" className="inbox-thread">
          <Thread key={open.id} conversation={open} />
        </Gated>
        <div className="inbox-aside">
          <Gated
            permission="conversation-summary.view"
            title="Conversation summary"
            pitch="A three-line summary of the conversation before you join it."
          >
            <Summary conversation={open} />
          </Gated>
          <Gated
            permission="assisted-responses.view"
            title="Assisted responses"
            pitch="Answers from your own response library, ready to send."
          >
            <AssistedResponses conversation={open} />
          </Gated>
        </div>
      </div>
    </>
  )
}
