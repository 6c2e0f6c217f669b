import type { GateView, Level, NewRole, Violation } from 'rolegate'
import { heldIn, type Permission, type Role } from '../../demo/catalog.ts'

/** The values a person wants to give a role, where they differ from what it holds. */
export type Draft = Readonly<Record<string, Level>>

/** A role that is not in the catalog yet. */
export const NEW = 'new-role'

/** What is edited, as the gate is asked about it: a role by its id, or one that is to be made. */
export function subjectOf(role: Role): string | NewRole {
  return role.id === NEW ? {} : role.id
}

/** Whether the person may edit the role, or make it. */
export function isEditable(gate: GateView, role: Role): boolean {
  return role.id === NEW ? gate.roles.checkEdit({}, {}).length === 0 : gate.roles.canEdit(role.id)
}

/** The values that may be chosen for a permission in a role: the gate's answer, in rising order. */
export function choices(gate: GateView, role: Role, permission: Permission): readonly Level[] {
  const all: readonly Level[] =
    permission.values === 'level' ? ['off', 'read', 'write'] : ['off', 'on']
  const allowed =
    role.id === NEW
      ? all.filter(value => gate.roles.checkEdit({}, { [permission.id]: value }).length === 0)
      : gate.roles.allowedValues(role.id, permission.id)
  return all.filter(value => allowed.includes(value))
}

/** What would be wrong with the draft. */
export function violations(gate: GateView, role: Role, draft: Draft): readonly Violation[] {
  return gate.roles.checkEdit(subjectOf(role), draft)
}

/** The value of a permission in a role as drafted. */
export function drafted(role: Role, draft: Draft, permission: string): Level {
  return draft[permission] ?? heldIn(role, permission)
}
