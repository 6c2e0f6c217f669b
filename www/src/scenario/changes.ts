import type { CatalogValue, DisplayCatalog, Label } from './DisplayCatalog.ts'

/** One thing in which two versions of a catalog differ. */
export interface CatalogChange {
  readonly kind: 'permission' | 'role' | 'entitlement' | 'value'
  readonly name: Label
  /** The role in which a value is another one. */
  readonly role?: Label
  readonly before: string | null
  readonly after: string | null
}

/** What is new, gone and different in a later version of a catalog. */
export function changesBetween(
  before: DisplayCatalog,
  after: DisplayCatalog,
): readonly CatalogChange[] {
  const named = (kind: CatalogChange['kind'], one: readonly Named[], other: readonly Named[]) => [
    ...other
      .filter(absentIn(one))
      .map(({ label }) => ({ kind, name: label, before: null, after: '' })),
    ...one
      .filter(absentIn(other))
      .map(({ label }) => ({ kind, name: label, before: '', after: null })),
  ]
  return [
    ...named('permission', before.permissions, after.permissions),
    ...named('role', before.roles, after.roles),
    ...named('entitlement', before.entitlements, after.entitlements),
    ...valueChanges(before, after),
  ]
}

interface Named {
  readonly id: string
  readonly label: Label
}

function absentIn(others: readonly Named[]): (entry: Named) => boolean {
  const ids = new Set(others.map(({ id }) => id))
  return ({ id }) => !ids.has(id)
}

function valueChanges(before: DisplayCatalog, after: DisplayCatalog): readonly CatalogChange[] {
  return after.roles.flatMap(role => {
    const old = before.role(role.id)
    if (!old) return []
    return after.permissions.flatMap(({ id, label }): CatalogChange[] => {
      const [was, is] = [old.values[id], role.values[id]].map(written)
      if (was === is || !before.permission(id) || was === undefined || is === undefined) return []
      return [{ kind: 'value', name: label, role: role.label, before: was, after: is }]
    })
  })
}

/** A value of a role in a word, with the relations it is limited to. */
function written(value: CatalogValue | undefined): string {
  if (value === undefined) return 'off'
  if (typeof value === 'string') return value
  const unknown = 'unknown' in value && value.unknown ? '?' : ''
  return [value.value + unknown, ...(value.if ? [`(${value.if.join(', ')})`] : [])].join(' ')
}
