import type { ReactNode } from 'react'
import type { Place } from '../../gate/PaneContext.ts'
import { PlaceLink } from '../../gate/PlaceLink.tsx'
import { Avatar } from '../../ui/Avatar.tsx'

interface Props {
  readonly to: Place
  readonly isCurrent: boolean
  readonly visitor: string
  /** How long the visitor has been waiting. */
  readonly waiting: string
  readonly lastMessage: string | undefined
  /** The line below the last message, such as who answers. */
  readonly children: ReactNode
}

/** An entry in a list of conversations. */
export function ConversationLink(props: Props) {
  const { to, isCurrent, visitor, waiting, lastMessage, children } = props
  return (
    <PlaceLink to={to} aria-current={isCurrent ? 'true' : undefined}>
      <Avatar name={visitor} size={34} />
      <span className="conversation-text">
        <strong>{visitor}</strong>
        <span className="conversation-waiting">{waiting}</span>
        <span className="conversation-preview">{lastMessage}</span>
        <span className="conversation-people">{children}</span>
      </span>
    </PlaceLink>
  )
}
