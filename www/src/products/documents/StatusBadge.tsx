import { useTexts } from '../../language/LanguageContext.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { Doc } from './records.ts'
import { documentsTexts } from './texts.ts'

const TONES = {
  Draft: 'quiet',
  'Waiting for approval': 'warm',
  Approved: 'accent',
  Sent: 'good',
} as const

export function StatusBadge({ status }: { readonly status: Doc['status'] }) {
  const texts = useTexts(documentsTexts)
  return <Badge tone={TONES[status]}>{texts.status[status]}</Badge>
}
