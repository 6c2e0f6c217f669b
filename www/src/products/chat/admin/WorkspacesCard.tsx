import { useWorkspaces } from '../data/settings.ts'
import { ManagedCard } from './ViewManageListCard.tsx'

export function WorkspacesCard() {
  return (
    <ManagedCard
      title="Workspaces"
      note="Parts of the company that keep their own dialogues."
      thing="a workspace"
      view="workspaces.view"
      manage="workspaces.manage"
      pitch="Give every region its own dialogues, agents and numbers."
      data={useWorkspaces}
    />
  )
}
