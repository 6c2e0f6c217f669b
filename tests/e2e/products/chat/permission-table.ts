import { readTable } from '../../tables.ts'

/** The packages of Adobe Dynamic Chat, as the demo names them. */
export const PACKAGES = ['included', 'prime'] as const

export type Package = (typeof PACKAGES)[number]

/** A line of the published table. */
export interface Row {
  /** The permission's name in English, as in the catalog's label. */
  readonly label: string
  readonly isPrime: boolean
  /** The columns of the roles that have the permission. */
  readonly roles: ReadonlySet<string>
}

/** The people of the demo, and the columns of the table for their roles. */
export const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'marketing-user': ['Marketing User'],
  'live-agent': ['Live Agent'],
  'calendar-agent': ['Calendar Agent'],
  'marketing-admin': ['Marketing Admin'],
  'sales-admin': ['Sales Admin'],
  'genai-user': ['GenAI User'],
  'marketing-and-sales-admin': ['Marketing Admin', 'Sales Admin'],
}

export const ROWS: readonly Row[] = readTable('adobe-dynamic-chat.tsv').map(line => ({
  label: line['permission'] ?? '',
  isPrime: line['package'] === 'Dynamic Chat Prime',
  roles: new Set(Object.keys(line).filter(column => line[column] === 'yes')),
}))

/** What the screen does with the controls of a permission, according to the table. */
export function expected(row: Row, person: string, pack: Package): 'show' | 'hide' | 'upsell' {
  if (!PEOPLE[person]?.some(role => row.roles.has(role))) return 'hide'
  return row.isPrime && pack !== 'prime' ? 'upsell' : 'show'
}
