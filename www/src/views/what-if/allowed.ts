import type { GateView, Level } from 'rolegate'
import type { DisplayCatalog, Permission, Role } from '../../scenario/DisplayCatalog.ts'

const LEVELS: Readonly<Record<Permission['values'], readonly Level[]>> = {
  switch: ['off', 'on'],
  level: ['off', 'read', 'write'],
}

export function levelsOf(permission: Permission): readonly Level[] {
  return LEVELS[permission.values]
}

/**
 * The values that a customer may choose for a permission in a role. `editor` is the gate of somebody who
 * holds every role; a role that nobody edits in the product has the values that a snapshot may carry.
 */
export function allowedValues(
  editor: GateView,
  catalog: DisplayCatalog,
  role: Role,
  permission: Permission,
): readonly Level[] {
  const all = levelsOf(permission)
  if (permission.rule !== undefined) return []
  if (editor.roles.canEdit(role.id)) {
    const allowed = editor.roles.allowedValues(role.id, permission.id)
    return all.filter(level => allowed.includes(level))
  }
  const shipped = catalog.role(role.id)
  if (!shipped) return all
  const value = shipped.values[permission.id] ?? 'off'
  const unlocked = shipped.unlocked?.[permission.id] ?? []
  return all.filter(level => level === value || unlocked.includes(level))
}
