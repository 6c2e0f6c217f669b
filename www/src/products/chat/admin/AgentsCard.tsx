import { useAgents } from '../data/settings.ts'
import { ManageListCard } from './ManageListCard.tsx'

export function AgentsCard() {
  return (
    <ManageListCard
      permission="agents.manage"
      title="Agents"
      description="The people who can be reached by chat or booked for a meeting."
      noun="an agent"
      data={useAgents}
    />
  )
}
