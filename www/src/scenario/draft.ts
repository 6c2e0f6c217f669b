import type { DisplayCatalog } from './DisplayCatalog.ts'
import { withEdit } from './roles.ts'
import type { Layer, Scenario, SnapshotRole } from './scenario.ts'

/** One thing that a scenario has otherwise than the catalog. */
export type DraftChange =
  | { readonly kind: 'role'; readonly role: SnapshotRole; readonly isNew: true }
  | {
      readonly kind: 'value'
      readonly role: SnapshotRole
      readonly permission: string
      readonly value: string
    }
  | {
      readonly kind: 'layer'
      readonly layer: Layer
      readonly permission: string
      readonly value: string
    }

/** What a scenario has otherwise than the catalog: edited and new roles, and values in layers. */
export function draftOf(catalog: DisplayCatalog, scenario: Scenario): readonly DraftChange[] {
  const roles = scenario.customRoles.flatMap((role): DraftChange[] => {
    if (!catalog.role(role.id)) return [{ kind: 'role', role, isNew: true }]
    return Object.entries(role.values).map(([permission, value]) => ({
      kind: 'value',
      role,
      permission,
      value: typeof value === 'string' ? value : value.value,
    }))
  })
  const layers = scenario.layers.flatMap(layer =>
    Object.entries(layer.values).map(
      ([permission, value]): DraftChange => ({ kind: 'layer', layer, permission, value }),
    ),
  )
  return [...roles, ...layers]
}

/** The parts of the scenario without one of the changes. */
export function withoutChange(scenario: Scenario, change: DraftChange): Partial<Scenario> {
  switch (change.kind) {
    case 'role': {
      const { id } = change.role
      return {
        customRoles: scenario.customRoles.filter(role => role.id !== id),
        roles: scenario.roles.filter(role => role !== id),
      }
    }
    case 'value': {
      const { [change.permission]: _, ...values } = change.role.values
      return { customRoles: withEdit(scenario.customRoles, { id: change.role.id, values }) }
    }
    case 'layer':
      return { layers: withLayerValue(scenario.layers, change.layer, change.permission, undefined) }
  }
}

/** The layers with another value of a permission in one of them; `undefined` takes it away. */
export function withLayerValue(
  layers: readonly Layer[],
  { from, id }: Pick<Layer, 'from' | 'id'>,
  permission: string,
  value: string | undefined,
): readonly Layer[] {
  const isIt = (layer: Layer) => layer.from === from && layer.id === id
  const { [permission]: _, ...rest } = layers.find(isIt)?.values ?? {}
  const values = value === undefined ? rest : { ...rest, [permission]: value }
  const layer = { from, ...(id === undefined ? {} : { id }), values }
  const all = [...layers.filter(other => !isIt(other)), layer]
  return all
    .filter(entry => Object.keys(entry.values).length > 0)
    .sort((one, other) => ORDER.indexOf(one.from) - ORDER.indexOf(other.from))
}

const ORDER = ['company', 'group', 'user']
