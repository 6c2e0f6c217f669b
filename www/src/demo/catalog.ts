import type { Level } from 'rolegate'
import type { Label } from './api.ts'

interface Labelled {
  readonly id: string
  readonly label: Label
}

export interface Permission extends Labelled {
  readonly values: 'switch' | 'level'
  /** A formula over other permissions. No role stores a value for such a permission. */
  readonly rule?: unknown
}

export interface Area extends Labelled {
  readonly permissions: readonly Permission[]
}

/** A value as the formats write it: plain, or limited to some relations. */
type Value = Level | { readonly value: Level; readonly if?: readonly string[] }

export interface Role extends Labelled {
  readonly values: Readonly<Record<string, Value>>
}

interface Entitlement extends Labelled {
  /** The entitlements that come with this one. */
  readonly includes?: readonly string[]
}

interface CatalogFile {
  readonly areas: readonly Area[]
  readonly roles: readonly Role[]
  readonly entitlements?: readonly Entitlement[]
}

/** The catalog as the page displays it: labels, and the values stored in roles. It decides nothing. */
export class DisplayCatalog {
  readonly areas: readonly Area[]
  readonly roles: readonly Role[]
  readonly entitlements: readonly string[]
  /** Every question the gate can be asked: each permission, and each level at its highest value. */
  readonly questions: readonly string[]
  readonly #labels = new Map<string, string>()
  readonly #included: ReadonlyMap<string, readonly string[]>

  /** @param snapshotRoles - the roles that the snapshot adds to those of the catalog */
  constructor(text: string, snapshotRoles: readonly Role[] = []) {
    const file = JSON.parse(text) as CatalogFile
    const permissions = file.areas.flatMap(area => area.permissions)
    const added = snapshotRoles.filter(role => file.roles.every(({ id }) => id !== role.id))
    const entitlements = file.entitlements ?? []
    this.areas = file.areas
    this.roles = [...file.roles, ...added]
    this.entitlements = entitlements.map(({ id }) => id)
    this.questions = permissions.flatMap(({ id, values }) =>
      values === 'level' ? [id, `${id}:write`] : [id],
    )
    this.#included = new Map(entitlements.map(({ id, includes }) => [id, includes ?? []]))
    this.#addLabels('permission', permissions)
    this.#addLabels('role', this.roles)
    this.#addLabels('entitlement', entitlements)
  }

  /** The label of the permission in a question, with the level the question asks for. */
  permissionLabel(question: string): string {
    const [id = '', level] = question.split(':')
    const label = this.#labels.get(`permission ${id}`) ?? id
    return level ? `${label} (${level})` : label
  }

  roleLabel(id: string): string {
    return this.#labels.get(`role ${id}`) ?? id
  }

  entitlementLabel(id: string): string {
    return this.#labels.get(`entitlement ${id}`) ?? id
  }

  /** Whether a package with the entitlements `held` has all the `wanted` ones, directly or included. */
  covers(held: readonly string[], wanted: readonly string[]): boolean {
    const all = new Set(held)
    for (const id of all) for (const included of this.#included.get(id) ?? []) all.add(included)
    return wanted.every(id => all.has(id))
  }

  #addLabels(kind: string, labelled: readonly Labelled[]): void {
    for (const { id, label } of labelled) this.#labels.set(`${kind} ${id}`, label.en)
  }
}

/** The value that a role stores for a permission, whichever records it is limited to. */
export function roleValue(role: Role, permission: string): Level {
  const value = role.values[permission] ?? 'off'
  return typeof value === 'string' ? value : value.value
}
