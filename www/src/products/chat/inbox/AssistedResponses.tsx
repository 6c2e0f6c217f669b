import { Copy } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Conversation } from '../data/conversations.ts'

export function AssistedResponses({ conversation }: { readonly conversation: Conversation }) {
  return (
    <Card title="Assisted responses" note="From the response library" className="quiet-card">
      <ul className="responses">
        {conversation.responses.map(response => (
          <li key={response}>
            <p>{response}</p>
            <Button
              small
              look="plain"
              icon={Copy}
              onPress={() => toast('The response is in the answer box')}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
