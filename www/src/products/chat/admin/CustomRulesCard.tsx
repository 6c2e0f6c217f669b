import { useRules } from '../data/settings.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function CustomRulesCard() {
  return (
    <ViewManageListCard
      title="Custom rules"
      description="Rules that assign visitors before any other routing."
      noun="a rule"
      view="custom-rules.view"
      manage="custom-rules.manage"
      data={useRules}
    />
  )
}
