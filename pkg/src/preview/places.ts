import type { Scenario } from './scenario.ts'

/** A part of a scenario: names of members, and positions in lists. */
export type Place = readonly (string | number)[]

/** What the core says, and about which part. */
export interface Refusal {
  readonly place: Place
  readonly message: string
}

/** The beginning of a message of the core: a path, as `memberships[0].roles[1]`. */
const PATH = /^((?:memberships|entitlements|roles|sub)\b[^\s:]*): (.*)$/s
/** A step of a path; `{2}` is the third member, whose name the core does not repeat. */
const STEP = /\.?(\w+)|\[(\d+)\]|\{(\d+)\}/g

/** The part of a scenario that a message of the core is about; where it names none, it is the time. */
export function refusalOf(text: string, scenario: Scenario): Refusal {
  const [, path, message = text] = PATH.exec(text) ?? []
  if (path === undefined) return { place: text.includes('clock') ? ['at'] : [], message }
  const steps = Array.from(path.matchAll(STEP))
  // One membership, whose members are parts of the scenario.
  const isMember = steps[0]?.[1] === 'memberships'
  const place: (string | number)[] = []
  for (const [, name, position, member] of isMember ? steps.slice(2) : steps) {
    const holder = valueAt(scenario, place)
    if (position !== undefined) place.push(Number(position))
    else if (member !== undefined) place.push(Object.keys(holder ?? {})[Number(member)] ?? member)
    else if (name !== undefined) place.push(place.length > 0 || isMember ? name : partOf(name))
  }
  return { place, message }
}

/** What a part of a snapshot is called in a scenario. */
function partOf(claim: string): string {
  return { roles: 'customRoles', sub: 'subject' }[claim] ?? claim
}

/** A part as text: `layers[0].values["a b"]`. */
export function placeText(place: Place): string {
  return place
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[\w.-]+$/.test(step)) return `[${JSON.stringify(step)}]`
      return at === 0 ? step : `.${step}`
    })
    .join('')
}

export function valueAt(value: unknown, place: Place): unknown {
  let found = value
  for (const step of place) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = (found as Record<string | number, unknown>)[step]
  }
  return found
}

/** Lists whose elements say nothing about one another, so that one may be left out to see what else is wrong. */
const LISTS = ['roles', 'entitlements', 'layers', 'filters'] as const

/** A scenario without the elements that were refused so far. */
export class Remainder {
  scenario: Scenario
  /** The original positions of what is left. */
  readonly #positions = new Map<string, number[]>()

  constructor(scenario: Scenario) {
    this.scenario = scenario
    for (const list of LISTS) {
      this.#positions.set(list, Object.keys(scenario[list] ?? []).map(Number))
    }
  }

  /** Where a place of what is left is in the whole. */
  original([part, position, ...rest]: Place): Place {
    if (part === undefined || typeof position !== 'number') {
      return [part, position, ...rest].filter(step => step !== undefined)
    }
    return [part, this.#positions.get(`${part}`)?.[position] ?? position, ...rest]
  }

  /** Leaves out the element at a place; `false` where it cannot be left out. */
  remove([part, position]: Place): boolean {
    const list = LISTS.find(name => name === part)
    if (list === undefined || typeof position !== 'number') return false
    const left = (elements: readonly unknown[]) => elements.filter((_, at) => at !== position)
    this.#positions.set(list, left(this.#positions.get(list) ?? []) as number[])
    this.scenario = { ...this.scenario, [list]: left(this.scenario[list]) }
    return true
  }
}
