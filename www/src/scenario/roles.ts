import type { RoleValue } from 'rolegate'
import type { DisplayCatalog, Role } from './DisplayCatalog.ts'
import type { SnapshotRole } from './scenario.ts'

/** The roles of a customer: the catalog's with the customer's edits, and then the customer's own. */
export function rolesOf(
  catalog: DisplayCatalog,
  customRoles: readonly SnapshotRole[],
): readonly Role[] {
  const edited = catalog.roles.map(role => {
    const edit = customRoles.find(({ id }) => id === role.id)
    return edit ? { ...role, values: { ...role.values, ...edit.values } } : role
  })
  const own = customRoles
    .filter(({ id }) => !catalog.role(id))
    .map(role => {
      const base = role.based_on === undefined ? undefined : catalog.role(role.based_on)
      return {
        id: role.id,
        label: role.label ?? { en: role.id },
        values: { ...base?.values, ...role.values },
      }
    })
  return [...edited, ...own]
}

/** The customer's roles after an edit of one of them. Without values of its own, an edit is gone. */
export function withEdit(
  customRoles: readonly SnapshotRole[],
  edit: { readonly id: string; readonly values: Readonly<Record<string, RoleValue>> },
): readonly SnapshotRole[] {
  const before = customRoles.find(({ id }) => id === edit.id)
  const others = customRoles.filter(({ id }) => id !== edit.id)
  if (!before?.label && Object.keys(edit.values).length === 0) return others
  return [...others, { ...before, ...edit }]
}
