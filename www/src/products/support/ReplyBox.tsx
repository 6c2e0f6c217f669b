import { Gated } from '../../gate/Gated.tsx'
import { Composer } from '../../shared/conversation/Composer.tsx'
import type { Conversation } from './records.ts'

interface Props {
  readonly conversation: Conversation
  readonly onReply: (text: string) => void
}

/** The field for an answer, for people who may answer. */
export function ReplyBox({ conversation, onReply }: Props) {
  return (
    <Gated permission="conversation.reply" record={conversation} title="Answering">
      <Composer to={conversation.contact} onSend={onReply} />
    </Gated>
  )
}
