import type { Decision, Level } from 'rolegate'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { withLayerValue } from '../../scenario/draft.ts'
import { withEdit } from '../../scenario/roles.ts'
import type { Scenario } from '../../scenario/scenario.ts'

export type Missing = Decision['missing'][number]
/** A change that the gate suggests, or one that the scenario allows besides. */
export type Change = Missing['changes'][number] | { readonly filters: readonly [] }

/** A scenario, and the relations of the person to the record that is asked about, if any. */
export interface Situation {
  readonly scenario: Scenario
  readonly relations: readonly string[] | undefined
}

/** Where a value can be set: in the nearest layer, or in a role that the person holds. */
export type ValuePlace =
  | { readonly layer: Scenario['layers'][number]['from'] }
  | { readonly role: string }

/** Where a value that was suggested can be set; `undefined` where nothing may hold it. */
export function placeOf(
  catalog: DisplayCatalog,
  { roles, customRoles }: Scenario,
  permission: string,
  value: Level,
): ValuePlace | undefined {
  const nearest = NEAREST_FIRST.find(layer => layer !== 'group' && catalog.layers.includes(layer))
  if (nearest !== undefined) return { layer: nearest }
  const role = roles.find(id => {
    const known = catalog.role(id)
    if (known) return known.unlocked?.[permission]?.includes(value)
    return customRoles.some(own => own.id === id)
  })
  return role === undefined ? undefined : { role }
}

const NEAREST_FIRST = ['user', 'group', 'company'] as const

/** What would do for a part of what is missing. The gate takes records and filters as they are. */
export function changesFor({ code, changes }: Missing, { filters }: Scenario): readonly Change[] {
  return code === 'filtered' && filters.length > 0 ? [...changes, { filters: [] }] : changes
}

/** The situation after a change. `record` are the relations for which the question is answered with yes. */
export function applied(
  catalog: DisplayCatalog,
  { scenario, relations }: Situation,
  change: Change,
  record: readonly string[] | undefined,
): Situation {
  if ('together' in change) {
    return change.together.reduce<Situation>(
      (situation, part) => applied(catalog, situation, part, record),
      { scenario, relations },
    )
  }
  if ('role' in change) {
    return { relations, scenario: { ...scenario, roles: [...scenario.roles, change.role] } }
  }
  if ('entitlements' in change) {
    const entitlements = [...new Set([...scenario.entitlements, ...change.entitlements])]
    return { relations, scenario: { ...scenario, entitlements } }
  }
  if ('values' in change) {
    const set = Object.entries(change.values).reduce(
      (before, [permission, value]) => withValue(catalog, before, permission, value),
      scenario,
    )
    return { scenario: set, relations: withMore(relations, change.relations) }
  }
  if ('filters' in change) return { relations, scenario: { ...scenario, filters: [] } }
  if ('relations' in change) return { scenario, relations: withMore(relations, change.relations) }
  return { scenario, relations: record ?? relations }
}

function withValue(
  catalog: DisplayCatalog,
  scenario: Scenario,
  permission: string,
  value: Level,
): Scenario {
  const place = placeOf(catalog, scenario, permission, value)
  if (place === undefined) return scenario
  const { layers, customRoles } = scenario
  if ('layer' in place) {
    return { ...scenario, layers: withLayerValue(layers, { from: place.layer }, permission, value) }
  }
  const before = customRoles.find(({ id }) => id === place.role)?.values
  const values = { ...before, [permission]: value }
  return { ...scenario, customRoles: withEdit(customRoles, { id: place.role, values }) }
}

/** An assigned record is no longer unassigned, and the reverse. */
function withMore(
  relations: readonly string[] | undefined,
  more: readonly string[] | undefined,
): readonly string[] | undefined {
  if (more === undefined) return relations
  const ended = more.includes('unassigned')
    ? ['assigned', 'mine']
    : more.some(relation => relation === 'assigned' || relation === 'mine')
      ? ['unassigned']
      : []
  const kept = (relations ?? []).filter(relation => !ended.includes(relation))
  return [...new Set([...kept, ...more])]
}
