import { useDialogues } from '../data/publishables.ts'
import { PublishablePage } from './PublishablePage.tsx'

export function DialoguesPage() {
  return <PublishablePage permissions="dialogues" data={useDialogues} />
}
