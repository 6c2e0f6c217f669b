import { Copy } from 'lucide-react'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Conversation } from '../data/conversations.ts'
import { inboxTexts } from './texts.ts'

export function AssistedResponses({ conversation }: { readonly conversation: Conversation }) {
  const texts = useTexts(inboxTexts)
  return (
    <Card title={texts.assisted} description={texts.fromLibrary} className="compact-card">
      <ul className="responses">
        {conversation.responses.map(response => (
          <li key={response}>
            <p>{response}</p>
            <Button small variant="plain" icon={Copy} onPress={() => toast(texts.used)}>
              {texts.use}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
