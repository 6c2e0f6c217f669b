import { useTexts } from '../../../language/LanguageContext.ts'
import { useAgents } from '../data/settings.ts'
import { ManageListCard } from './ManageListCard.tsx'
import { adminTexts } from './texts.ts'

export function AgentsCard() {
  const texts = useTexts(adminTexts)
  return <ManageListCard texts={texts.agents} permission="agents.manage" data={useAgents} />
}
