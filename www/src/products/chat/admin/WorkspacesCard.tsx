import { useWorkspaces } from '../data/settings.ts'
import { ViewManageListCard } from './ViewManageListCard.tsx'

export function WorkspacesCard() {
  return (
    <ViewManageListCard
      title="Workspaces"
      description="Parts of the company with their own dialogues."
      noun="a workspace"
      view="workspaces.view"
      manage="workspaces.manage"
      pitch="Give every region its own dialogues, agents and statistics."
      data={useWorkspaces}
    />
  )
}
