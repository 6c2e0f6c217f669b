import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Composer } from '../../shared/conversation/Composer.tsx'
import type { Conversation } from './records.ts'
import { supportTexts } from './texts.ts'

interface Props {
  readonly conversation: Conversation
  readonly onReply: (text: string) => void
}

/** The field for an answer, for people who may answer. */
export function ReplyBox({ conversation, onReply }: Props) {
  const texts = useTexts(supportTexts)
  return (
    <Gated permission="conversation.reply" record={conversation} title={texts.answering}>
      <Composer to={conversation.contact} onSend={onReply} />
    </Gated>
  )
}
