import { Badge } from '../../ui/Badge.tsx'
import type { Doc } from './records.ts'

const TONES = {
  Draft: 'quiet',
  'Waiting for approval': 'warm',
  Approved: 'accent',
  Sent: 'good',
} as const

const SHORT_LABELS = {
  Draft: 'Draft',
  'Waiting for approval': 'Waiting',
  Approved: 'Approved',
  Sent: 'Sent',
} as const

export function StatusBadge({ status }: { readonly status: Doc['status'] }) {
  return <Badge tone={TONES[status]}>{SHORT_LABELS[status]}</Badge>
}
