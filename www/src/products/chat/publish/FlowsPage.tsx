import { useFlows } from '../data/publishables.ts'
import { PublishablePage } from './PublishablePage.tsx'

export function FlowsPage() {
  return <PublishablePage permissions="flows" data={useFlows} />
}
