import { usePane } from '../../gate/PaneContext.ts'
import { useRoles } from '../../gate/useRoles.ts'
import type { Role } from '../../scenario/DisplayCatalog.ts'
import { NotInSight } from '../NotInSight.tsx'
import { RoleEditor } from './RoleEditor.tsx'
import { RoleList } from './RoleList.tsx'

/** The roles of the customer and those in `drafts`, with one of them open. */
export function RoleBrowser({ drafts = [] }: { readonly drafts?: readonly Role[] }) {
  const { item } = usePane()
  const roles = [...useRoles(), ...drafts]
  const open = item === '' ? roles[0] : roles.find(({ id }) => id === item)
  return (
    <div className="roles">
      <RoleList roles={roles} current={open?.id ?? ''} />
      {open ? <RoleEditor key={open.id} role={open} /> : <NotInSight />}
    </div>
  )
}
