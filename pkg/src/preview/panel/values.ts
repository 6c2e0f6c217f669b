import type { Level, RoleValue } from '../../index.ts'
import type { Layer, SnapshotRole } from '../../server/types.ts'
import type { Catalog } from '../catalog.ts'

export function levelsOf(catalog: Catalog, permission: string): readonly Level[] {
  const found = catalog.areas.flatMap(area => area.permissions).find(({ id }) => id === permission)
  return found?.values === 'level' ? ['off', 'read', 'write'] : ['off', 'on']
}

/** A list of layers or roles in which the one with these members sets a value. */
export function withValue<One extends Layer | SnapshotRole>(
  list: readonly One[],
  members: Partial<Layer>,
  permission: string,
  value: RoleValue,
): readonly One[] {
  const isIt = (one: One) =>
    Object.entries(members).every(([name, member]) => one[name as keyof One] === member)
  const found = list.find(isIt) ?? ({ ...members, values: {} } as unknown as One)
  const changed = { ...found, values: { ...found.values, [permission]: value } }
  return list.includes(found)
    ? list.map(one => (one === found ? changed : one))
    : [...list, changed]
}

/** The list without a value, and without what then says nothing. */
export function withoutValue<One extends Layer | SnapshotRole>(
  list: readonly One[],
  position: number,
  permission: string,
): readonly One[] {
  return list.flatMap((one, at) => {
    if (at !== position) return [one]
    const { [permission]: _, ...values } = one.values as Record<string, RoleValue>
    // A role of the tenant's own stays, as people may hold it.
    const isEmpty = Object.keys(values).length === 0 && !('label' in one)
    return isEmpty ? [] : [{ ...one, values }]
  })
}
