import { useAccounts } from '../data/settings.ts'
import { ManagedCard } from './ViewManageListCard.tsx'

export function AccountsCard() {
  return (
    <ManagedCard
      title="Account list"
      note="Visitors of these companies go to their owner."
      thing="an account"
      view="accounts.view"
      manage="accounts.manage"
      pitch="Send every visitor of a known company straight to its owner."
      data={useAccounts}
    />
  )
}
