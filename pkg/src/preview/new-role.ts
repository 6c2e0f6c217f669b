import type { SnapshotRole } from '../server/types.ts'
import { type Catalog, includedIn } from './catalog.ts'
import type { Scenario } from './scenario.ts'

/** A role that a tenant adds. */
export interface NewRole {
  /** The role: the values that the catalog gives every new one, and a free id that says its name. */
  readonly role: SnapshotRole
  /** What the customer has then: what there was, and whatever adding roles needs besides. */
  readonly entitlements: readonly string[]
}

/**
 * Makes a role of the tenant's own, for the `customRoles` of a scenario.
 *
 * @param catalog - the catalog, or what its file is parsed to
 * @param scenario - what there is already: the roles of the tenant, and what the customer has bought
 * @param name - the name of the role, in English
 */
export function newRole(
  catalog: Pick<Catalog, 'roles' | 'entitlements' | 'custom_roles' | 'new_role_values'>,
  { customRoles, entitlements }: Pick<Scenario, 'customRoles' | 'entitlements'>,
  name: string,
): NewRole {
  const taken = [...catalog.roles, ...customRoles].map(({ id }) => id)
  const has = (id: string) =>
    entitlements.some(held => held === id || includedIn(held, catalog).has(id))
  // Of several ways, the first.
  const ways = (catalog.custom_roles?.needs ?? []).map(need => [need].flat())
  const more = ways.flatMap(way => (way.some(has) ? [] : way.slice(0, 1)))
  return {
    role: { id: freeId(name, taken), label: { en: name }, values: { ...catalog.new_role_values } },
    entitlements: [...entitlements, ...more],
  }
}

/** An id that says the name, and is nobody else's. */
function freeId(name: string, taken: readonly string[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const base = words.join('-').slice(0, 50) || 'new-role'
  let id = base
  for (let count = 2; taken.includes(id); count += 1) id = `${base}-${count}`
  return id
}
