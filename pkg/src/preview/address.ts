import { DEFAULTS } from './parse.ts'
import { problemAt } from './problems.ts'
import type { Scenario, ScenarioProblem } from './scenario.ts'

/** The parts that are lists of ids: one parameter for each id. */
const LISTS = { role: 'roles', group: 'groups', entitlement: 'entitlements' } as const
/** The parts that stand in a parameter as they are. */
const TEXTS = ['catalog', 'subject', 'workspace'] as const
/** The parts that stand in a parameter as JSON. */
const JSONS = ['layers', 'filters', 'customRoles', 'records'] as const

/** Every parameter of an address that {@link searchOf} writes, in its order. */
export const SEARCH_PARAMETERS: readonly string[] = [
  ...TEXTS,
  ...Object.keys(LISTS),
  ...JSONS,
  'at',
]

/**
 * A scenario as the search parameters of an address, in a fixed order and without what is the default:
 * `catalog=3Vg…&role=agent&role=night&entitlement=prime`.
 */
export function searchOf(scenario: Scenario): string {
  const search = new URLSearchParams()
  for (const name of TEXTS) {
    const isDefault = name !== 'catalog' && scenario[name] === DEFAULTS[name]
    if (!isDefault) search.append(name, scenario[name])
  }
  for (const [name, part] of Object.entries(LISTS)) {
    for (const id of scenario[part]) search.append(name, id)
  }
  for (const name of JSONS) {
    const value = scenario[name]
    const isDefault = value === undefined || (Array.isArray(value) && value.length === 0)
    if (!isDefault) search.append(name, JSON.stringify(value))
  }
  if (scenario.at !== undefined) search.append('at', `${scenario.at}`)
  return search.toString()
}

/** What an address says; {@link parseScenario} still has to check it. */
export interface ScenarioInSearch {
  /** The parts that could be read. */
  readonly value: Partial<Scenario>
  /** The parameters that could not be read, by their names, as `layers` or `at`. */
  readonly problems: readonly ScenarioProblem[]
}

/**
 * Reads the search parameters that {@link searchOf} writes: `scenarioIn(location.search)`.
 *
 * ```ts
 * const { value, problems } = scenarioIn(location.search, ['view', 'language'])
 * const result = problems.length > 0 ? { problems } : await stage.show(value)
 * ```
 *
 * @param search - the parameters, with `?` or without
 * @param others - the page's own parameters, which are passed over; any other is a problem
 */
export function scenarioIn(
  search: string | URLSearchParams,
  others: readonly string[] = [],
): ScenarioInSearch {
  const parameters = new URLSearchParams(search)
  const given = Object.fromEntries([...parameters].map(([name, text]) => [name, text]))
  const value: Record<string, unknown> = {}
  const problems: ScenarioProblem[] = []
  const wrong = (name: string, message: string) => problems.push(problemAt(given, [name], message))
  for (const name of new Set(parameters.keys())) {
    const texts = parameters.getAll(name)
    const [text = ''] = texts
    const list = Object.entries(LISTS).find(([parameter]) => parameter === name)?.[1]
    if (list !== undefined) value[list] = texts
    else if (!SEARCH_PARAMETERS.includes(name)) {
      if (others.includes(name)) continue
      const fits = SEARCH_PARAMETERS
      problems.push(
        problemAt(given, [name], 'is no parameter of a scenario', { fits, given: name }),
      )
    } else if (texts.length > 1) wrong(name, 'is there more than once')
    else if (TEXTS.some(known => known === name)) value[name] = text
    else if (name === 'at') {
      if (/^\d{1,15}$/.test(text)) value['at'] = Number(text)
      else wrong(name, 'must be a whole number of seconds since 1970')
    } else {
      try {
        value[name] = JSON.parse(text)
      } catch {
        wrong(name, 'must be JSON')
      }
    }
  }
  return { value, problems }
}
