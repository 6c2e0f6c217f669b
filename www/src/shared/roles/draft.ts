import type { GateView, Level, NewRole, RoleValue, Violation } from 'rolegate'
import { type Permission, type Role, roleValue } from '../../scenario/DisplayCatalog.ts'

/** The values that a person wants to change in a role. */
export type Draft = Readonly<Record<string, Level>>

/** The id of a role that is not stored yet. */
export const NEW_ROLE_ID = 'new-role'

/** How the gate is asked about a role: by its id, or as a new role. */
function editTarget(role: Role): string | NewRole {
  return role.id === NEW_ROLE_ID ? {} : role.id
}

/** Whether the person may edit the role, or create it if it is new. */
export function isEditable(gate: GateView, role: Role): boolean {
  return role.id === NEW_ROLE_ID
    ? gate.roles.checkEdit({}, {}).length === 0
    : gate.roles.canEdit(role.id)
}

/** The values that the gate allows for a permission in a role, lowest first. */
export function allowedChoices(
  gate: GateView,
  role: Role,
  permission: Permission,
): readonly Level[] {
  const all: readonly Level[] =
    permission.values === 'level' ? ['off', 'read', 'write'] : ['off', 'on']
  const allowed =
    role.id === NEW_ROLE_ID
      ? all.filter(value => gate.roles.checkEdit({}, { [permission.id]: value }).length === 0)
      : gate.roles.allowedValues(role.id, permission.id)
  return all.filter(value => allowed.includes(value))
}

/** The rules that these values would break, which are all that would be stored. */
export function violations(
  gate: GateView,
  role: Role,
  values: Readonly<Record<string, RoleValue>>,
): readonly Violation[] {
  return gate.roles.checkEdit(editTarget(role), values)
}

/** The value of a permission in a role, with the draft applied. */
export function draftValue(role: Role, draft: Draft, permission: string): Level {
  return draft[permission] ?? roleValue(role, permission)
}
