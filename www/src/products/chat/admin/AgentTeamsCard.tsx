import { useTeams } from '../data/settings.ts'
import { ManagedCard } from './ViewManageListCard.tsx'

export function AgentTeamsCard() {
  return (
    <ManagedCard
      title="Agent teams"
      note="Agents who share their visitors."
      thing="a team"
      view="agent-teams.view"
      manage="agent-teams.manage"
      pitch="Let a team share its visitors instead of one agent at a time."
      data={useTeams}
    />
  )
}
