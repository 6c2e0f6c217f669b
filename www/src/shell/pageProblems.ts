import { scenarioIn } from 'rolegate/preview'
import { LANGUAGES } from '../language/languages.ts'
import { designedFor, sectionsOf } from '../products/registry.ts'
import type { Address } from '../scenario/address.ts'
import { originOf } from '../scenario/apps.ts'
import { inBeside } from '../scenario/BesideProvider.tsx'
import { SHIPPED_IDS } from '../scenario/catalogs.ts'
import type { DisplayCatalog, Permission } from '../scenario/DisplayCatalog.ts'
import { oneOf } from '../scenario/fits.ts'
import type { ScenarioProblem } from '../scenario/scenario.ts'
import { KINDS } from '../views/compare/kinds.ts'

/**
 * What is wrong with the parts of an address that say how a scenario is looked at. Without a catalog only
 * those are asked about that every catalog has.
 */
export function pageProblems(
  view: string,
  address: Address,
  catalog: DisplayCatalog | null,
): readonly ScenarioProblem[] {
  const { inspect, lang, widths = [], only = [], find, app, beside, by } = address
  const languages = new Set([...LANGUAGES, ...(catalog?.languages() ?? [])])
  // Look lists permissions only while everything can be asked why.
  const isListing = Object.hasOwn(FILTERS, view) && (view !== 'look' || inspect === 'on')
  const filters = isListing ? FILTERS[view] : undefined
  return [
    ...widths.flatMap(width => oneOf('widths', width, ['390', '820', '1280'])),
    ...oneOf('inspect', inspect, ['on']),
    ...oneOf('by', by, KINDS),
    ...oneOf('lang', lang, [...languages]),
    ...only.flatMap(id => oneOf('only', id, filters ?? [])),
    ...(filters ? [] : oneOf('find', find, [])),
    ...(app === undefined || originOf(app) !== null ? [] : [wrongApp(app)]),
    ...(app === undefined ? [] : oneOf('beside', beside, [])),
    ...(beside === undefined ? [] : scenarioIn(beside).problems.map(inBeside)),
    ...(catalog ? catalogProblems(view, address, catalog) : []),
  ]
}

function wrongApp(app: string): ScenarioProblem {
  const message = 'must be an address that begins with http:// or https://'
  return {
    part: 'app',
    found: JSON.stringify(app).slice(0, 80),
    message,
    fits: [],
    meant: undefined,
  }
}

/** What the lists of the views can be narrowed to. Their code comes later. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  look: ['hide', 'disable', 'upsell', 'show'],
  matrix: ['differences', 'plan', 'open', 'draft'],
  compare: ['differs', 'can', 'cannot'],
}

/** What the catalog does not have. */
function catalogProblems(
  view: string,
  { section, screens, why, as = [], relations = [], item, scenario }: Address,
  catalog: DisplayCatalog,
): readonly ScenarioProblem[] {
  const sections = sectionsOf(catalog, screens === 'generated')
  const kinds = designedFor(catalog) ? ['designed', 'generated'] : ['generated']
  // Whether they are roles at all is not known yet.
  const own: unknown = scenario?.customRoles
  const roles = [...catalog.roles, ...(Array.isArray(own) ? own : [])].flatMap(
    role => role?.id ?? [],
  )
  const asked = why === undefined ? undefined : catalog.permission(why)
  const known = catalog.records[asked?.record ?? '']?.relations ?? []
  return [
    ...oneOf(
      'section',
      section,
      sections.map(({ id }) => id),
    ),
    ...oneOf('screens', screens, kinds),
    ...(asked && questionsOf(asked).includes(why ?? '')
      ? []
      : oneOf('why', why, asked ? questionsOf(asked) : catalog.permissions.map(({ id }) => id))),
    ...as.flatMap(id => oneOf('as', id, why === undefined ? [] : roles)),
    ...relations.flatMap(name => oneOf('relations', name, known)),
    // The screens say what else can be open.
    ...(view === 'look' ? [] : oneOf('item', item, view === 'what-if' ? roles : [])),
  ]
}

/** Everything that can be asked about a permission. */
function questionsOf({ id, values }: Permission): readonly string[] {
  return values === 'level' ? [id, `${id}:read`, `${id}:write`] : [id, `${id}:on`]
}

/** What stands in an address without the product that it is about. */
export function withoutProduct({
  product,
  lang,
  file,
  ...rest
}: Address): readonly ScenarioProblem[] {
  if (Object.keys(rest).length === 0) return []
  const message = 'is missing, and the rest of the address is about it'
  return [{ part: 'product', found: undefined, message, fits: SHIPPED_IDS, meant: undefined }]
}
