import { useRules } from '../data/settings.ts'
import { ManagedCard } from './ViewManageListCard.tsx'

export function CustomRulesCard() {
  return (
    <ManagedCard
      title="Custom rules"
      note="Who gets a visitor, before anything else is tried."
      thing="a rule"
      view="custom-rules.view"
      manage="custom-rules.manage"
      data={useRules}
    />
  )
}
