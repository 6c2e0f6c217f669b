import { useFlows } from '../data/publishables.ts'
import { PublishablePage } from './PublishablePage.tsx'

export function FlowsPage() {
  return (
    <PublishablePage
      title="Conversational flows"
      note="Conversations that take over where a form has been filled in."
      thing="flow"
      permissions="flows"
      data={useFlows}
    />
  )
}
