import { useAccounts } from '../data/settings.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function AccountsCard() {
  return (
    <ViewManageListCard
      title="Account list"
      description="Visitors from these companies go to the owner of the account."
      noun="an account"
      view="accounts.view"
      manage="accounts.manage"
      pitch="Send every visitor from a known company straight to the owner of the account."
      data={useAccounts}
    />
  )
}
