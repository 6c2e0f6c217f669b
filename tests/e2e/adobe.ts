import { readFileSync } from 'node:fs'

/** The packages of Adobe Dynamic Chat as the demo names them. */
export const PACKAGES = ['included', 'prime'] as const

export type Package = (typeof PACKAGES)[number]

/** A line of the source's table. */
export interface Row {
  /** The permission's name in English, as in the catalog's label. */
  readonly label: string
  readonly isPrime: boolean
  /** The role columns that say yes. */
  readonly roles: ReadonlySet<string>
}

/** The demo's people, and the columns of the table that stand for their roles. */
export const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'marketing-user': ['Marketing User'],
  'live-agent': ['Live Agent'],
  'calendar-agent': ['Calendar Agent'],
  'marketing-admin': ['Marketing Admin'],
  'sales-admin': ['Sales Admin'],
  'genai-user': ['GenAI User'],
  'marketing-and-sales-admin': ['Marketing Admin', 'Sales Admin'],
}

/** The pages of the chat back office; between them they carry a control for every permission. */
export const SECTIONS = [
  'dialogues',
  'flows',
  'inbox',
  'meetings',
  'library',
  'unanswered',
  'knowledge',
  'reports',
  'agent-settings',
  'admin-settings',
] as const

export const ROWS: readonly Row[] = readTable()

/** What the table says the screen does with a permission's control. */
export function expected(row: Row, person: string, pack: Package): 'show' | 'hide' | 'upsell' {
  if (!PEOPLE[person]?.some(role => row.roles.has(role))) return 'hide'
  return row.isPrime && pack !== 'prime' ? 'upsell' : 'show'
}

function readTable(): Row[] {
  const file = new URL('../models/adobe-dynamic-chat.tsv', import.meta.url)
  const [head = [], ...lines] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  return lines.map(cells => {
    const line = Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']))
    return {
      label: line['permission'] ?? '',
      isPrime: line['package'] === 'Dynamic Chat Prime',
      roles: new Set(head.filter(name => line[name] === 'yes')),
    }
  })
}
