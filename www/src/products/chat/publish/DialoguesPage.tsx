import { useDialogues } from '../data/publishables.ts'
import { PublishablePage } from './PublishablePage.tsx'

export function DialoguesPage() {
  return (
    <PublishablePage
      title="Dialogues"
      note="Conversations that start by themselves on the pages you choose."
      thing="dialogue"
      permissions="dialogues"
      data={useDialogues}
    />
  )
}
