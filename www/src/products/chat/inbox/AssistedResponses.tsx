import { Copy } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Conversation } from '../data/conversations.ts'

export function AssistedResponses({ conversation }: { readonly conversation: Conversation }) {
  return (
    <Card
      title="Assisted responses"
      description="From the response library"
      className="compact-card"
    >
      <ul className="responses">
        {conversation.responses.map(response => (
          <li key={response}>
            <p>{response}</p>
            <Button
              small
              variant="plain"
              icon={Copy}
              onPress={() => toast('The response was copied to the answer field')}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
