import { useAgents } from '../data/settings.ts'
import { AddableCard } from './ManageListCard.tsx'

export function AgentsCard() {
  return (
    <AddableCard
      permission="agents.manage"
      title="Agents"
      note="Who can be reached by chat or be booked."
      thing="an agent"
      data={useAgents}
    />
  )
}
