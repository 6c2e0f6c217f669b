import { Card } from '../../../ui/Card.tsx'
import type { Conversation } from '../data/conversations.ts'

export function Summary({ conversation }: { readonly conversation: Conversation }) {
  return (
    <Card title="Summary" description={`${conversation.visitor}, so far`} className="compact-card">
      <ul className="bullet-list">
        {conversation.summary.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Card>
  )
}
