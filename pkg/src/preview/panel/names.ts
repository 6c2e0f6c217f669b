import type { Level, RoleValue } from '../../index.ts'
import type { Labelled } from '../../reasons/text.ts'
import { type Catalog, includedIn } from '../catalog.ts'
import type { Scenario } from '../scenario.ts'
import { said, type Texts } from './texts.ts'

/** What things of a catalog are called in one language. */
export class Names {
  readonly #catalog: Catalog
  readonly #texts: Texts
  readonly #labels = new Map<string, string>()
  readonly #list: Intl.ListFormat

  constructor(catalog: Catalog, texts: Texts) {
    this.#catalog = catalog
    this.#texts = texts
    this.#list = new Intl.ListFormat(texts.language, { type: 'conjunction' })
    const { roles, entitlements = [], areas } = catalog
    const permissions = areas.flatMap(area => area.permissions)
    for (const [kind, list] of Object.entries({
      role: roles,
      entitlement: entitlements,
      permission: permissions,
    })) {
      for (const one of list) this.#labels.set(`${kind} ${one.id}`, this.of(one))
    }
  }

  of({
    id,
    label,
  }: Pick<Labelled, 'id'> & { readonly label?: Labelled['label'] | undefined }): string {
    return label?.[this.#texts.language] ?? label?.['en'] ?? id
  }

  named(kind: 'role' | 'entitlement' | 'permission', id: string): string {
    return this.#labels.get(`${kind} ${id}`) ?? id
  }

  list(names: readonly string[]): string {
    return this.#list.format(names)
  }

  role(id: string, { customRoles }: Scenario): string {
    const own = customRoles.find(role => role.id === id && role.label)
    return own ? this.of(own) : this.named('role', id)
  }

  value(value: RoleValue): string {
    if (typeof value === 'string') return this.#texts.levels[value as Level] ?? value
    const names = { value: this.value(value.value), relations: this.list(value.if) }
    return said(this.#texts.if, names)
  }

  /** Who a scenario is, with what is different from the person themselves. */
  who(scenario: Scenario, own: Scenario | undefined): string {
    const { withPlan, withoutPlan, changes, nobody } = this.#texts
    const roles = this.list(scenario.roles.map(id => this.role(id, scenario))) || nobody
    const bought = this.#highest(scenario.entitlements)
    const plan = this.list(bought.map(id => this.named('entitlement', id)))
    const isSame = `${bought}` === `${this.#highest(own?.entitlements ?? [])}`
    const who = isSame ? roles : said(plan ? withPlan : withoutPlan, { who: roles, plan })
    const count = differences(settingsOf(scenario), settingsOf(own))
    return count > 0 ? `${who} (${changes(count)})` : who
  }

  /** Of entitlements those that come with no other of them, in the catalog's order. */
  #highest(held: readonly string[]): readonly string[] {
    const included = new Set(held.flatMap(id => [...includedIn(id, this.#catalog)]))
    const ids = this.#catalog.entitlements?.map(({ id }) => id) ?? []
    return ids.filter(id => held.includes(id) && !included.has(id))
  }
}

/** The values above and in the roles, and the filters, each as a text. */
function settingsOf(scenario: Scenario | undefined): readonly string[] {
  const { layers = [], customRoles = [], filters = [] } = scenario ?? {}
  const values = [...layers, ...customRoles].flatMap(({ values, ...of }) =>
    Object.entries(values).map(value => JSON.stringify([of, value])),
  )
  return [...values, ...filters.map(filter => JSON.stringify(filter))]
}

/** How many settings stand in one of the lists only; a changed value counts once. */
function differences(left: readonly string[], right: readonly string[]): number {
  const added = left.filter(one => !right.includes(one)).length
  const removed = right.filter(one => !left.includes(one)).length
  return Math.max(added, removed)
}
