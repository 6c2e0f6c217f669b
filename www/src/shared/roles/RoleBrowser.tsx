import { usePane } from '../../gate/PaneContext.ts'
import { useRoles } from '../../gate/useRoles.ts'
import type { Role } from '../../scenario/DisplayCatalog.ts'
import { RoleEditor } from './RoleEditor.tsx'
import { RoleList } from './RoleList.tsx'

/** The roles of the customer and those in `drafts`, with one of them open. */
export function RoleBrowser({ drafts = [] }: { readonly drafts?: readonly Role[] }) {
  const { item } = usePane()
  const roles = [...useRoles(), ...drafts]
  const open = roles.find(({ id }) => id === item) ?? roles[0]
  if (!open) return null
  return (
    <div className="roles">
      <RoleList roles={roles} current={open.id} />
      <RoleEditor key={open.id} role={open} />
    </div>
  )
}
