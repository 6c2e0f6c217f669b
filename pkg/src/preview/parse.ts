import { hasLoneSurrogate, isPlain } from '../checks.ts'
import { FACTS } from '../codes.ts'
import { isGateError } from '../errors.ts'
import { ID_BYTES, JSON_DEPTH } from '../limits.ts'
import { kindOf } from '../realms.ts'
import { tokenFor } from '../testing/person.ts'
import type { Person } from '../testing/types.ts'
import { type Catalog, idsOf } from './catalog.ts'
import { type Place, Remainder, refusalOf, valueAt } from './places.ts'
import { type Choices, deepFreeze, isText, problemAt } from './problems.ts'
import type { ParsedScenario, Scenario, ScenarioProblem } from './scenario.ts'

/** Every part of a scenario; the compiler asks for a new one. */
export const PARTS: readonly string[] = Object.keys({
  catalog: 0,
  subject: 0,
  workspace: 0,
  roles: 0,
  groups: 0,
  entitlements: 0,
  layers: 0,
  filters: 0,
  customRoles: 0,
  records: 0,
  at: 0,
} satisfies Record<keyof Scenario, 0>)

/** What stands for the parts that are left out. */
export const DEFAULTS: Omit<Scenario, 'catalog'> = {
  subject: 'u1',
  workspace: 'w1',
  roles: [],
  groups: [],
  entitlements: [],
  layers: [],
  filters: [],
  customRoles: [],
}

/** The codes with which the core refuses what a scenario says. */
const ABOUT_SCENARIO: readonly string[] = [
  'ERR_SNAPSHOT_INVALID',
  'ERR_CLAIM_INVALID',
  'ERR_TOKEN_TOO_LARGE',
]

/** Nobody reads more. */
const MOST_PROBLEMS = 20

/** A scenario that was accepted, and its snapshot. */
export interface SignedScenario {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly token: string
  readonly problems: readonly []
}

type RefusedScenario = Extract<ParsedScenario, { readonly scenario: undefined }>

/** What no scenario says about a snapshot. */
export type Issue = Pick<Person, 'seq' | 'issuer' | 'audience'> & {
  /** The time in milliseconds of a scenario that says none. */
  readonly now: number
}

/**
 * Checks a scenario, every part of it, against the catalog that it names.
 *
 * The core decides: the scenario is signed and loaded as any snapshot. What it refuses is listed by part,
 * with what would fit. Nothing is dropped, replaced or guessed; parts that are left out have the defaults
 * of {@link Scenario}.
 *
 * ```ts
 * const { scenario, problems } = await parseScenario(JSON.parse(text), [await readCatalog(file)])
 * for (const { part, message, meant } of problems) console.log(part, message, meant)
 * ```
 *
 * @param value - anything, such as what a file or an address says
 * @param catalogs - the catalogs that it may name
 * @throws GateError (as a rejection) only where the engine cannot start
 */
export async function parseScenario(
  value: unknown,
  catalogs: readonly Catalog[],
): Promise<ParsedScenario> {
  const { scenario, problems } = await signScenario(value, catalogs, { now: Date.now() })
  return scenario === undefined ? { scenario, problems } : { scenario, problems }
}

/** Parses a scenario, and signs its snapshot. */
export async function signScenario(
  value: unknown,
  catalogs: readonly Catalog[],
  issue: Issue,
): Promise<SignedScenario | RefusedScenario> {
  const misshapen = shapeProblems(value, catalogs)
  if (misshapen !== undefined) return { scenario: undefined, problems: misshapen }
  const scenario = completed(value as Partial<Scenario>)
  const catalog = catalogs.find(({ sha256 }) => sha256 === scenario.catalog) as Catalog
  const problems: ScenarioProblem[] = recordProblems(scenario, catalog)
  const remainder = new Remainder(scenario)
  let token: string | undefined
  while (token === undefined && problems.length < MOST_PROBLEMS) {
    try {
      token = await tokenFor({ ...issue, ...personOf(remainder.scenario, catalog, issue.now) })
    } catch (error) {
      if (!isGateError(error) || !ABOUT_SCENARIO.includes(error.code)) throw error
      const { place, message } = refusalOf(error.message, remainder.scenario)
      const original = remainder.original(place)
      problems.push(problemAt(scenario, original, message, choices(original, scenario, catalog)))
      // What else is wrong is found without it.
      if (!remainder.remove(place)) break
    }
  }
  const [first, ...others] = problems
  if (first !== undefined) return { scenario: undefined, problems: [first, ...others] }
  return { scenario, catalog, token: token as string, problems: [] }
}

/** What keeps a value from being asked about at all: it is no JSON, or names no catalog. */
function shapeProblems(
  value: unknown,
  catalogs: readonly Catalog[],
): RefusedScenario['problems'] | undefined {
  const strange = notJson(value, [])
  if (strange !== undefined) return [problemAt(value, ...strange)]
  if (!isPlain(value)) return [problemAt(value, [], `must be an object, not ${kindOf(value)}`)]
  const problems: ScenarioProblem[] = Object.keys(value)
    .filter(name => !PARTS.includes(name))
    .map(given => problemAt(value, [given], 'is no part of a scenario', { fits: PARTS, given }))
  const { catalog, subject, at } = value as Record<string, unknown>
  const fits = catalogs.map(({ sha256 }) => sha256)
  if (!fits.includes(catalog as string)) {
    const message = catalog === undefined ? 'is missing' : 'is no catalog that is here'
    problems.push(problemAt(value, ['catalog'], message, { fits }))
  }
  // The core is told the subject and the time before it is given the rest.
  const isId = typeof subject === 'string' && subject !== '' && subject.length <= ID_BYTES
  if (subject !== undefined && !isId) {
    problems.push(problemAt(value, ['subject'], `must be a string of 1 to ${ID_BYTES} characters`))
  }
  if (at !== undefined && !Number.isSafeInteger(at)) {
    problems.push(problemAt(value, ['at'], 'must be a whole number of seconds since 1970'))
  }
  const [first, ...others] = problems
  return first && [first, ...others]
}

/** The first place where a value is nothing that JSON can express, and why. */
function notJson(value: unknown, place: Place): [Place, string] | undefined {
  if (place.length > JSON_DEPTH) return [place, 'is nested too deeply']
  if (typeof value === 'string') {
    return hasLoneSurrogate(value) ? [place, 'has half of a character in it'] : undefined
  }
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : [place, 'must be a finite number']
  }
  if (!Array.isArray(value) && !isPlain(value)) {
    return [place, `must be JSON, not ${kindOf(value)}`]
  }
  for (const [name, member] of Object.entries(value)) {
    if (hasLoneSurrogate(name)) return [place, 'has a member with half of a character in its name']
    // A member that is `undefined` is absent.
    if (member === undefined && !Array.isArray(value)) continue
    const found = notJson(member, [...place, Array.isArray(value) ? Number(name) : name])
    if (found !== undefined) return found
  }
  return undefined
}

/** A frozen copy with the defaults. */
function completed(given: Partial<Scenario>): Scenario {
  const said = Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined))
  return deepFreeze(structuredClone({ ...DEFAULTS, ...said })) as Scenario
}

function personOf(scenario: Scenario, catalog: Catalog, now: number): Person {
  const { records: _, catalog: __, at, ...person } = scenario
  return { ...person, catalog: catalog.file, now: at === undefined ? now : at * 1000 }
}

/** The core knows no records, only what an application reads of them. */
function recordProblems(scenario: Scenario, catalog: Catalog): ScenarioProblem[] {
  const { records } = scenario
  if (records === undefined) return []
  const at = (place: Place, message: string, choices?: Choices) =>
    problemAt(scenario, ['records', ...place], message, choices)
  if (!isPlain(records)) return [at([], `must be an object, not ${kindOf(records)}`)]
  const { kinds } = idsOf(catalog)
  return Object.entries(records).flatMap(([kind, list]) => {
    if (!kinds.includes(kind))
      return at([kind], 'is no kind of record of the catalog', { fits: kinds, given: kind })
    if (!Array.isArray(list)) return at([kind], `must be an array, not ${kindOf(list)}`)
    return list.flatMap((record: unknown, position) => {
      if (!isPlain(record)) {
        return at([kind, position], `must be an object, not ${kindOf(record)}`)
      }
      return Object.entries(record).flatMap(([fact, value]) => {
        const place = [kind, position, fact]
        if (!FACTS.some(known => known === fact)) {
          return at(place, 'is no fact of a record', { fits: FACTS, given: fact })
        }
        return isFact(fact, value) ? [] : at(place, `is nothing that \`${fact}\` can be`)
      })
    })
  })
}

function isFact(fact: string, value: unknown): boolean {
  if (value === null) return true
  if (fact !== 'collaborators') return typeof value === 'string'
  const isPerson = (one: unknown) =>
    typeof one === 'string' || (isPlain(one) && typeof valueAt(one, ['id']) === 'string')
  return Array.isArray(value) && value.every(isPerson)
}

/** The values, or names of members, that the catalog has for a place, and the one that was given. */
function choices(place: Place, scenario: Scenario, catalog: Catalog): Choices {
  const ids = idsOf(catalog)
  const pattern = place.map(step => (typeof step === 'number' ? '*' : step)).join('.')
  const given = valueAt(scenario, place)
  // What was refused may be anything.
  const own = Object.values(Object(scenario.customRoles)).map(role => valueAt(role, ['id']))
  if (pattern === 'roles.*') return { fits: [...ids.roles, ...own.filter(isText)], given }
  if (pattern === 'entitlements.*') return { fits: ids.entitlements, given }
  if (pattern === 'layers.*.from') return { fits: ids.layers, given }
  if (pattern === 'customRoles.*.based_on') return { fits: ids.roles, given }
  const name = place.at(-1)
  if (/^filters\.\*\.[^.]+$/.test(pattern)) return { fits: ids.filters, given: name }
  if (/^(layers|customRoles)\.\*\.values\.[^*]+$/.test(pattern)) {
    return { fits: ids.permissions, given: name }
  }
  return {}
}
