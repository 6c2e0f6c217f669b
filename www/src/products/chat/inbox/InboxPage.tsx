import { Gated } from '../../../gate/Gated.tsx'
import { useDecide } from '../../../gate/useGate.ts'
import { useScene } from '../../../selection/SelectionContext.ts'
import { PageHead } from '../../../ui/PageHeader.tsx'
import { type Conversation, MINE, OTHERS } from '../data/conversations.ts'
import { AssistedResponses } from './AssistedResponses.tsx'
import { ConversationList } from './ConversationList.tsx'
import { Summary } from './Summary.tsx'
import { Thread } from './Thread.tsx'

/** Where agents hold live conversations with visitors. */
export function InboxPage() {
  const { route } = useScene()
  const decide = useDecide()
  const inSight = [
    ...(decide('conversations.view-own').allowed ? MINE : []),
    ...(decide('conversations.view-all').allowed ? OTHERS : []),
  ]
  // Summaries and responses can be in reach of somebody who sees no conversation: an example then.
  const open: Conversation | undefined =
    inSight.find(({ id }) => id === route.item) ?? inSight[0] ?? MINE[0]
  if (!open) return null
  return (
    <>
      <PageHead title="Agent inbox" note="Live conversations with the visitors of the site." />
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
        <div className="inbox-help">
          <Gated
            permission="conversation-summary.view"
            title="Conversation summary"
            pitch="What has been said so far, in three lines, before you say hello."
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
