import { useFlows } from '../data/publishables.ts'
import { PublishablePage } from './PublishablePage.tsx'

export function FlowsPage() {
  return (
    <PublishablePage
      title="Conversational flows"
      description="Conversations that start after a form has been filled in."
      noun="flow"
      permissions="flows"
      data={useFlows}
    />
  )
}
