import type { Label } from './api.ts'

interface Named {
  readonly id: string
  readonly label: Label
}

export interface Area extends Named {
  readonly description?: Label
  readonly permissions: readonly Named[]
}

interface Catalog {
  readonly areas: readonly Area[]
  readonly roles: readonly Named[]
  readonly entitlements?: readonly Named[]
}

/** The catalog's labels: what the page calls permissions, roles and packages. */
export class Names {
  readonly permissions: readonly string[]
  readonly roles: readonly string[]
  readonly entitlements: readonly string[]
  readonly #labels = new Map<string, string>()

  constructor(catalogText: string) {
    const catalog = JSON.parse(catalogText) as Catalog
    const permissions = catalog.areas.flatMap(area => area.permissions)
    const entitlements = catalog.entitlements ?? []
    this.permissions = this.#learn('permission', permissions)
    this.roles = this.#learn('role', catalog.roles)
    this.entitlements = this.#learn('entitlement', entitlements)
  }

  permission(id: string): string {
    return this.#labels.get(`permission ${id}`) ?? id
  }

  role(id: string): string {
    return this.#labels.get(`role ${id}`) ?? id
  }

  entitlement(id: string): string {
    return this.#labels.get(`entitlement ${id}`) ?? id
  }

  #learn(kind: string, named: readonly Named[]): string[] {
    for (const { id, label } of named) this.#labels.set(`${kind} ${id}`, label.en)
    return named.map(({ id }) => id)
  }
}
