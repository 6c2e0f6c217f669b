import type { Scenario } from 'rolegate/preview'
import { catalogText } from '../catalogs.ts'

/** Numbers below a limit that look random and are the same for the same seed. */
export type Random = (below: number) => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Catalog {
  readonly areas: readonly {
    readonly permissions: readonly {
      readonly id: string
      readonly values: 'switch' | 'level'
      readonly rule?: unknown
    }[]
  }[]
  readonly roles: readonly {
    readonly id: string
    readonly unlocked?: Readonly<Record<string, readonly string[]>>
  }[]
  readonly entitlements?: readonly { readonly id: string }[]
  readonly layers?: readonly string[]
  readonly filters?: readonly string[]
  readonly custom_roles?: unknown
}

/** A scenario of a catalog of ours, every part of it at random. One in some is refused by the catalog. */
export function randomScenario(id: string, random: Random): Partial<Scenario> {
  const file = JSON.parse(catalogText(id)) as Catalog
  const oneOf = <T>(all: readonly T[]): T => all[random(all.length)] as T
  const some = <T>(all: readonly T[], in_: number) => all.filter(() => random(in_) === 0)
  const stored = file.areas
    .flatMap(({ permissions }) => permissions)
    .filter(({ rule }) => rule === undefined)
  const values = () => {
    const chosen = Array.from({ length: 1 + random(2) }, () => oneOf(stored))
    const top = (kind: string) => oneOf(kind === 'level' ? ['off', 'read', 'write'] : ['off', 'on'])
    return Object.fromEntries(chosen.map(({ id, values: kind }) => [id, top(kind)]))
  }
  const groups = some(['sales', 'support', 'night'], 3)
  const edits = some(
    file.roles.filter(({ unlocked }) => unlocked),
    4,
  ).map(({ id, unlocked = {} }) => {
    const [permission, fits] = oneOf(Object.entries(unlocked))
    return { id, values: { [permission]: oneOf(fits) } }
  })
  const own =
    file.custom_roles && random(3) === 0
      ? [{ id: 'night-shift', label: { en: `Night shift ${random(9)}` }, values: values() }]
      : []
  const roles = some(
    [...file.roles, ...own].map(({ id }) => id),
    3,
  )
  const layers = some(file.layers ?? [], 2).map(from =>
    from === 'group'
      ? { from, id: groups[0] ?? 'sales', values: values() }
      : { from, values: values() },
  )
  const filters = some(['a', 'b'], 3).flatMap(() => {
    const names = some(file.filters ?? [], 2)
    return names.length > 0
      ? [Object.fromEntries(names.map(name => [name, some(['sales', 'orders'], 2)]))]
      : []
  })
  const isWrong = random(8) === 0
  return {
    subject: oneOf(['u1', 'ada', 'Zoë & co', 'somebody-with-a-long-id-0123456789']),
    workspace: oneOf(['sales', 'legal', 'w1', 'europe']),
    roles: isWrong ? [...roles, 'no-such-role'] : roles,
    groups,
    entitlements: some(
      (file.entitlements ?? []).map(({ id }) => id),
      2,
    ),
    layers: layers as Scenario['layers'],
    filters,
    customRoles: [...edits, ...own] as Scenario['customRoles'],
    ...(random(4) === 0 ? { at: 1_600_000_000 + random(300_000_000) } : {}),
  }
}
