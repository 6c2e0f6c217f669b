import { useDialogues } from '../data/publishables.ts'
import { PublishablePage } from './PublishablePage.tsx'

export function DialoguesPage() {
  return (
    <PublishablePage
      title="Dialogues"
      description="Conversations that start automatically on the pages you choose."
      noun="dialogue"
      permissions="dialogues"
      data={useDialogues}
    />
  )
}
