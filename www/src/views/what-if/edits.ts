import type { Level, RoleValue } from 'rolegate'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { withEdit } from '../../scenario/roles.ts'
import type { Scenario, SnapshotRole } from '../../scenario/scenario.ts'

/** What a catalog says about roles of customers' own. */
interface NewRoles {
  readonly needs: readonly string[]
  readonly values: Readonly<Record<string, RoleValue>>
}

export function newRolesOf(catalog: DisplayCatalog): NewRoles {
  const file = JSON.parse(catalog.text) as {
    readonly custom_roles?: { readonly needs?: readonly (string | readonly string[])[] }
    readonly new_role_values?: Readonly<Record<string, RoleValue>>
  }
  const needs = file.custom_roles?.needs ?? []
  return {
    needs: needs.flatMap(need => (typeof need === 'string' ? need : (need[0] ?? []))),
    values: file.new_role_values ?? {},
  }
}

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

/** The scenario with a role of the customer's own, and whatever has to be bought for it. */
export function withNewRole(
  catalog: DisplayCatalog,
  { customRoles, entitlements }: Scenario,
  name: string,
): { readonly role: SnapshotRole; readonly scenario: Partial<Scenario> } {
  const { needs, values } = newRolesOf(catalog)
  const taken = new Set([...catalog.roles, ...customRoles].map(({ id }) => id))
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const base = words.join('-').slice(0, 50) || 'new-role'
  let id = base
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
  const role = { id, label: { en: name }, values }
  const held = catalog.withIncluded(entitlements)
  const more = needs.filter(need => !held.has(need))
  return {
    role,
    scenario: { customRoles: [...customRoles, role], entitlements: [...entitlements, ...more] },
  }
}
