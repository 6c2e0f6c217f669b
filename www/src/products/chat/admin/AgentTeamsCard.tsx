import { useTeams } from '../data/settings.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function AgentTeamsCard() {
  return (
    <ViewManageListCard
      title="Agent teams"
      description="Agents who share their visitors."
      noun="a team"
      view="agent-teams.view"
      manage="agent-teams.manage"
      pitch="Let a team share its visitors instead of assigning each one to a single agent."
      data={useTeams}
    />
  )
}
