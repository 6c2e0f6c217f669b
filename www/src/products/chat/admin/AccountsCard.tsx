import { useTexts } from '../../../language/LanguageContext.ts'
import { useAccounts } from '../data/settings.ts'
import { adminTexts } from './texts.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function AccountsCard() {
  const texts = useTexts(adminTexts)
  return (
    <ViewManageListCard
      texts={texts.accounts}
      view="accounts.view"
      manage="accounts.manage"
      data={useAccounts}
    />
  )
}
