import { Card } from '../../../ui/Card.tsx'
import type { Conversation } from '../data/conversations.ts'

export function Summary({ conversation }: { readonly conversation: Conversation }) {
  return (
    <Card title="Summary" note={`${conversation.visitor}, so far`} className="quiet-card">
      <ul className="points">
        {conversation.summary.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Card>
  )
}
