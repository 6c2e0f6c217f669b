import { useTexts } from '../../../language/LanguageContext.ts'
import { useTeams } from '../data/settings.ts'
import { adminTexts } from './texts.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function AgentTeamsCard() {
  const texts = useTexts(adminTexts)
  return (
    <ViewManageListCard
      texts={texts.teams}
      view="agent-teams.view"
      manage="agent-teams.manage"
      data={useTeams}
    />
  )
}
