import { useTexts } from '../../../language/LanguageContext.ts'
import { useWorkspaces } from '../data/settings.ts'
import { adminTexts } from './texts.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function WorkspacesCard() {
  const texts = useTexts(adminTexts)
  return (
    <ViewManageListCard
      texts={texts.workspaces}
      view="workspaces.view"
      manage="workspaces.manage"
      data={useWorkspaces}
    />
  )
}
