import type { Role } from '../../demo/catalog.ts'
import { useSelection } from '../../selection/SelectionContext.ts'
import { useSessionState } from '../../session/SessionContext.ts'
import { RoleEditor } from './RoleEditor.tsx'
import { RoleList } from './RoleList.tsx'

/** The roles of the catalog and those in `drafts`, with one of them open. */
export function RoleBrowser({ drafts = [] }: { readonly drafts?: readonly Role[] }) {
  const { route } = useSelection()
  const { catalog } = useSessionState()
  const roles = [...(catalog?.roles ?? []), ...drafts]
  const open = roles.find(({ id }) => id === route.item) ?? roles[0]
  if (!open) return null
  return (
    <div className="roles">
      <RoleList roles={roles} current={open.id} />
      <RoleEditor key={open.id} role={open} />
    </div>
  )
}
