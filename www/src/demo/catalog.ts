import type { Level } from 'rolegate'
import type { Label } from './api.ts'

interface Named {
  readonly id: string
  readonly label: Label
}

export interface Permission extends Named {
  readonly values: 'switch' | 'level'
  /** A formula over other permissions: nothing that a role could hold. */
  readonly rule?: unknown
}

export interface Area extends Named {
  readonly permissions: readonly Permission[]
}

/** A value as the formats write it: plain, or with a condition or a doubt. */
type Value = Level | { readonly value: Level; readonly if?: readonly string[] }

export interface Role extends Named {
  readonly values: Readonly<Record<string, Value>>
}

interface Entitlement extends Named {
  /** What comes with it. */
  readonly includes?: readonly string[]
}

interface Catalog {
  readonly areas: readonly Area[]
  readonly roles: readonly Role[]
  readonly entitlements?: readonly Entitlement[]
}

/** The catalog as the page reads it: names, and what roles hold. What follows is the gate's to say. */
export class Names {
  readonly areas: readonly Area[]
  readonly roles: readonly Role[]
  readonly entitlements: readonly string[]
  /** Every question there is: each permission, and each level at its top. */
  readonly questions: readonly string[]
  readonly #labels = new Map<string, string>()
  readonly #own: ReadonlySet<string>
  readonly #includes: ReadonlyMap<string, readonly string[]>

  /** @param more - the roles a snapshot adds */
  constructor(catalogText: string, more: readonly Role[] = []) {
    const catalog = JSON.parse(catalogText) as Catalog
    const permissions = catalog.areas.flatMap(area => area.permissions)
    const added = more.filter(role => catalog.roles.every(({ id }) => id !== role.id))
    this.areas = catalog.areas
    this.roles = [...catalog.roles, ...added]
    this.entitlements = (catalog.entitlements ?? []).map(({ id }) => id)
    this.questions = permissions.flatMap(({ id, values }) =>
      values === 'level' ? [id, `${id}:write`] : [id],
    )
    this.#includes = new Map(
      (catalog.entitlements ?? []).map(({ id, includes }) => [id, includes ?? []]),
    )
    this.#own = new Set(added.map(({ id }) => id))
    this.#learn('permission', permissions)
    this.#learn('role', this.roles)
    this.#learn('entitlement', catalog.entitlements ?? [])
  }

  /** The name of the permission a question asks for. */
  permission(question: string): string {
    const [id = '', demand] = question.split(':')
    const name = this.#labels.get(`permission ${id}`) ?? id
    return demand ? `${name} (${demand})` : name
  }

  role(id: string): string {
    return this.#labels.get(`role ${id}`) ?? id
  }

  entitlement(id: string): string {
    return this.#labels.get(`entitlement ${id}`) ?? id
  }

  /** Whether a package with these entitlements has all that is wanted, itself or included. */
  covers(entitlements: readonly string[], wanted: readonly string[]): boolean {
    const held = new Set(entitlements)
    for (const id of held) for (const included of this.#includes.get(id) ?? []) held.add(included)
    return wanted.every(id => held.has(id))
  }

  /** Whether the tenant has made this role. */
  isOwn(role: string): boolean {
    return this.#own.has(role)
  }

  #learn(kind: string, named: readonly Named[]): void {
    for (const { id, label } of named) this.#labels.set(`${kind} ${id}`, label.en)
  }
}

/** What a role holds of a permission, whichever record it is about. */
export function heldIn(role: Role, permission: string): Level {
  const value = role.values[permission] ?? 'off'
  return typeof value === 'string' ? value : value.value
}
