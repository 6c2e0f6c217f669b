import { type Scenario, type ScenarioProblem, scenarioIn, searchOf } from 'rolegate/preview'

/**
 * What an address holds, as far as its shape goes. Whether it fits the catalog is decided later, so that
 * the page can name what does not.
 */
export interface Address {
  /** The id of the catalog. The scenario names its file, where it matters which version that is. */
  readonly product?: string
  /** The catalog's file, deflated, in base64url. */
  readonly file?: string
  /** The scenario, as far as it could be read. */
  readonly scenario?: Partial<Scenario>
  /** A second scenario to put beside the first, as the parameters that it would have. */
  readonly beside?: string
  /** The address of the reader's own app, which is framed in place of a product. */
  readonly app?: string
  /** The section of the product that is open, and the item in it. */
  readonly section?: string
  readonly item?: string
  /** The widths of the frames, in pixels. */
  readonly widths?: readonly string[]
  /** `on` while what is hidden is drawn, and everything can be asked why. */
  readonly inspect?: string
  /** Whose screens: `designed` or `generated`. */
  readonly screens?: string
  /** The language of labels. */
  readonly lang?: string
  /** The question that the drawer explains, and the relations to the record that it is about: `[]` is none. */
  readonly why?: string
  readonly relations?: readonly string[]
  /** The roles that it is about, where they are not those of the scenario. */
  readonly as?: readonly string[]
  /** What the list of a view is narrowed to. */
  readonly find?: string
  readonly only?: readonly string[]
  /** What is put side by side, in the views that compare. */
  readonly by?: string
  readonly sides?: readonly string[]
  /** What could not be read, as it was written, and why. */
  readonly unread?: readonly (readonly [string, string])[]
  readonly problems?: readonly ScenarioProblem[]
}

const TEXTS = [
  'product',
  'app',
  'section',
  'item',
  'inspect',
  'screens',
  'beside',
  'lang',
  'why',
  'find',
  'by',
  'file',
] as const
const LISTS = ['widths', 'relations', 'as', 'only', 'sides'] as const

/** The parameters of an address that are not the scenario's. */
export const OWN_PARAMETERS: readonly string[] = [...TEXTS, ...LISTS]

/** Reads the text after the `?` of an address. */
export function parseAddress(text: string): Address {
  const parameters = new URLSearchParams(text)
  const { value, problems } = scenarioIn(parameters, OWN_PARAMETERS)
  const given = OWN_PARAMETERS.filter(name => parameters.has(name))
  const own = given.map(name => {
    const [first = ''] = parameters.getAll(name)
    return [name, isList(name) ? entriesOf(first) : first]
  })
  const all = [...problems, ...given.flatMap(name => misshapen(name, parameters.getAll(name)))]
  const names = new Set(all.map(({ part }) => part))
  const unread = [...parameters].filter(([name]) => names.has(name))
  return {
    ...Object.fromEntries(own.filter(([name]) => !names.has(String(name)))),
    ...(Object.keys(value).length > 0 ? { scenario: value } : {}),
    ...(all.length > 0 ? { unread, problems: all } : {}),
  }
}

/** Writes the text after the path of an address, with the `?`; empty where there is nothing to say. */
export function writeAddress(address: Address): string {
  const parameters = new URLSearchParams()
  if (address.product !== undefined) parameters.set('product', address.product)
  for (const [name, value] of new URLSearchParams(scenarioText(address.scenario ?? {}))) {
    parameters.append(name, value)
  }
  for (const name of OWN_PARAMETERS) {
    const value = address[name as keyof Address]
    if (name === 'product' || value === undefined) continue
    parameters.set(name, Array.isArray(value) ? value.join() : String(value))
  }
  for (const [name, value] of address.unread ?? []) parameters.append(name, value)
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** A scenario as parameters. What it leaves out is left out there, too. */
export function scenarioText(scenario: Partial<Scenario>): string {
  const parameters = new URLSearchParams(searchOf({ ...NOTHING, ...scenario }))
  if (scenario.catalog === undefined) parameters.delete('catalog')
  return parameters.toString()
}

/** What belongs to one view, or to the drawer over it, and is left behind with it. */
export const OF_ONE_VIEW = {
  item: undefined,
  why: undefined,
  relations: undefined,
  as: undefined,
  find: undefined,
  only: undefined,
} as const satisfies AddressChange

/** What belongs to one product, and is left behind with it. */
export const OF_ONE_PRODUCT = {
  ...OF_ONE_VIEW,
  section: undefined,
  screens: undefined,
  beside: undefined,
  sides: undefined,
  file: undefined,
  app: undefined,
} as const satisfies AddressChange

/** The address of a view, for a link. */
export function hrefOf(view: string, address: Address): string {
  return `#/${view}${writeAddress(address)}`
}

/** The address with other parts. A part that is `undefined` in `change` goes. */
export function withParts(address: Address, change: AddressChange): Address {
  const entries = Object.entries({ ...address, ...change })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** Parts to replace, and parts to drop. */
export type AddressChange = { readonly [Part in keyof Address]?: Address[Part] | undefined }

const NOTHING: Scenario = {
  catalog: '',
  subject: 'u1',
  workspace: 'w1',
  roles: [],
  groups: [],
  entitlements: [],
  layers: [],
  filters: [],
  customRoles: [],
}

/** Whether a parameter of the page's own is a list. */
export function isList(name: string): boolean {
  return (LISTS as readonly string[]).includes(name)
}

/** The entries of a list as it is written. */
function entriesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(',')
}

/** What is wrong with the shape of a parameter of the page's own. */
function misshapen(part: string, texts: readonly string[]): readonly ScenarioProblem[] {
  const problem = (message: string) => {
    const found = JSON.stringify(texts.join(' ')).slice(0, 80)
    return [{ part, found, message, fits: [], meant: undefined }]
  }
  const [text = ''] = texts
  if (texts.length > 1) return problem('is there more than once')
  // A record to which the person has no relation is one, too.
  if (!isList(part) || (part === 'relations' && text === '')) return []
  const entries = text.split(',')
  if (entries.includes('')) return problem('must be a list, separated by commas, without gaps')
  if (new Set(entries).size < entries.length) return problem('names one of them more than once')
  return []
}
