import type { Role } from '../../demo/catalog.ts'
import { useScene } from '../../selection/SelectionContext.ts'
import { useView } from '../../session/SessionContext.ts'
import { RoleEditor } from './RoleEditor.tsx'
import { RoleList } from './RoleList.tsx'

/** The product's roles, one of them open. */
export function Roles({ more = [] }: { readonly more?: readonly Role[] }) {
  const { route } = useScene()
  const { names } = useView()
  const roles = [...(names?.roles ?? []), ...more]
  const open = roles.find(({ id }) => id === route.item) ?? roles[0]
  if (!open) return null
  return (
    <div className="roles">
      <RoleList roles={roles} current={open.id} />
      <RoleEditor key={open.id} role={open} />
    </div>
  )
}
