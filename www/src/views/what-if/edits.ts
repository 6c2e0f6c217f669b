import type { Level } from 'rolegate'
import { type NewRole, newRole } from 'rolegate/preview'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { withEdit } from '../../scenario/roles.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** The scenario with a value in a role; one that the catalog has anyway is no edit. */
export function withRoleValue(
  catalog: DisplayCatalog,
  { customRoles }: Scenario,
  role: string,
  permission: string,
  value: Level,
): Partial<Scenario> {
  const before = customRoles.find(({ id }) => id === role)?.values ?? {}
  const { [permission]: _, ...others } = before
  const shipped = catalog.role(role)
  const isShipped = shipped !== undefined && (shipped.values[permission] ?? 'off') === value
  const values = isShipped ? others : { ...others, [permission]: value }
  return { customRoles: withEdit(customRoles, { id: role, values }) }
}

/** A role of the customer's own, and what the customer has then. */
export function newRoleFor({ text }: DisplayCatalog, scenario: Scenario, name: string): NewRole {
  return newRole(JSON.parse(text), scenario, name)
}
