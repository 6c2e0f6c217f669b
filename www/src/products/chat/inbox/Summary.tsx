import { useTexts } from '../../../language/LanguageContext.ts'
import { Card } from '../../../ui/Card.tsx'
import type { Conversation } from '../data/conversations.ts'
import { inboxTexts } from './texts.ts'

export function Summary({ conversation }: { readonly conversation: Conversation }) {
  const texts = useTexts(inboxTexts)
  return (
    <Card
      title={texts.summary}
      description={texts.soFar(conversation.visitor)}
      className="compact-card"
    >
      <ul className="bullet-list">
        {conversation.summary.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Card>
  )
}
