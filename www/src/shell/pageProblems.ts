import { LANGUAGES } from '../language/languages.ts'
import { sectionsOf } from '../products/registry.ts'
import type { Address } from '../scenario/address.ts'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import type { ScenarioProblem } from '../scenario/scenario.ts'

/** What is wrong with the parts of an address that say how a scenario is looked at. */
export function pageProblems(
  view: string,
  address: Address,
  catalog: DisplayCatalog,
): readonly ScenarioProblem[] {
  const { section, inspect, screens, lang, why, as = [] } = address
  const sections = sectionsOf(catalog, screens === 'generated')
  const questions = catalog.permissions.map(({ id }) => id)
  // Whether they are roles at all is not known yet.
  const own: unknown = address.scenario?.customRoles
  const roles = [...catalog.roles, ...(Array.isArray(own) ? own : [])].flatMap(
    role => role?.id ?? [],
  )
  return [
    ...oneOf(
      'section',
      section,
      sections.map(({ id }) => id),
    ),
    ...(address.widths ?? []).flatMap(width => oneOf('widths', width, ['390', '820', '1280'])),
    ...oneOf('inspect', inspect, ['on']),
    ...oneOf('screens', screens, ['designed', 'generated']),
    ...oneOf('lang', lang, [...new Set([...LANGUAGES, ...catalog.languages()])]),
    ...(catalog.permission(why ?? '') ? [] : oneOf('why', why, questions)),
    ...(address.only ?? []).flatMap(id => oneOf('only', id, FILTERS[view] ?? [id])),
    ...as.flatMap(id => oneOf('as', id, roles)),
    ...(address.relations ?? []).flatMap(name =>
      oneOf(
        'relations',
        name,
        catalog.records[catalog.permission(why ?? '')?.record ?? '']?.relations ?? [],
      ),
    ),
  ]
}

/** What the tables of the views can be narrowed to. Their code comes later. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  matrix: ['differences', 'plan', 'open', 'draft'],
  compare: ['differs', 'can', 'cannot'],
}

/** A problem unless the value is absent or among those that fit. */
function oneOf(
  part: string,
  value: string | undefined,
  fits: readonly string[],
): readonly ScenarioProblem[] {
  if (value === undefined || fits.includes(value)) return []
  const message = 'is none of those that there are'
  return [{ part, found: JSON.stringify(value), message, fits, meant: nearest(value, fits) }]
}

/** The one that differs in the fewest letters, unless that is more than a third of them. */
function nearest(value: string, fits: readonly string[]): string | undefined {
  const [best] = fits
    .map(fit => ({ fit, distance: distance(value, fit) }))
    .sort((one, other) => one.distance - other.distance)
  return best && best.distance <= value.length / 3 ? best.fit : undefined
}

/** How many letters have to be changed, added or left out (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, own] of [...other].entries()) {
      const kept = (row[at] ?? 0) + (letter === own ? 0 : 1)
      next.push(Math.min(kept, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
