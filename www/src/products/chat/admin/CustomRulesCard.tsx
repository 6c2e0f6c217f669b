import { useTexts } from '../../../language/LanguageContext.ts'
import { useRules } from '../data/settings.ts'
import { adminTexts } from './texts.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function CustomRulesCard() {
  const texts = useTexts(adminTexts)
  return (
    <ViewManageListCard
      texts={texts.rules}
      view="custom-rules.view"
      manage="custom-rules.manage"
      data={useRules}
    />
  )
}
