import type { GateOptions } from 'rolegate'
import type { DisplayCatalog } from './DisplayCatalog.ts'
import type { Scenario } from './scenario.ts'

/** The facts of a record that stands for all those to which a person has the same relations. */
export interface Sample {
  /** Tells it from the records of products. */
  readonly isSample: true
  readonly owner: string | null
  readonly assignee: string | null
  readonly group: string | null
  readonly organization: string | null
  readonly queue: string | null
  readonly collaborators: readonly { readonly id: string; readonly edit: boolean }[]
}

type Records = NonNullable<GateOptions['records']>

const FACTS = ['owner', 'assignee', 'group', 'organization', 'queue', 'collaborators'] as const

/** Reads the facts of samples of every kind of record, and those of a product's records as it does. */
export function withSamples(catalog: DisplayCatalog, records: Records): Records {
  const own = records as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  const kinds = Object.keys(catalog.records).map(kind => {
    const readers = FACTS.map(fact => {
      const read = own[kind]?.[fact]
      const reader = (record: Partial<Sample>) => {
        if (record.isSample) return record[fact]
        return typeof read === 'function' ? read(record) : undefined
      }
      return [fact, reader]
    })
    return [kind, Object.fromEntries(readers)]
  })
  return Object.fromEntries(kinds) as Records
}

const SOMEBODY_ELSE = 'somebody-else'
const ELSEWHERE = 'elsewhere'

/** A record to which the person of the scenario has exactly these relations, as far as they agree. */
export function sampleWith(relations: readonly string[], scenario: Scenario): Sample {
  const has = (relation: string) => relations.includes(relation)
  const { subject, workspace, groups, filters } = scenario
  const shared = has('shared-edit')
    ? [{ id: subject, edit: true }]
    : has('shared')
      ? [{ id: subject, edit: false }]
      : []
  return {
    isSample: true,
    owner: has('own') ? subject : SOMEBODY_ELSE,
    assignee: has('mine') ? subject : has('unassigned') ? null : SOMEBODY_ELSE,
    group: has('same-group') ? (groups[0] ?? null) : (passed(filters, 'groups') ?? ELSEWHERE),
    organization: has('same-organization') ? workspace : ELSEWHERE,
    queue: passed(filters, 'queues') ?? ELSEWHERE,
    collaborators: shared,
  }
}

/** A record with no relation to the person, as far as filters leave such a one in sight. */
export function sampleInSight({ filters }: Scenario): Partial<Sample> {
  const group = passed(filters, 'groups')
  const queue = passed(filters, 'queues')
  return { isSample: true, ...(group && { group }), ...(queue && { queue }) }
}

/** A value that all filters of a name let through. */
function passed(filters: Scenario['filters'], name: string): string | undefined {
  const named = filters.flatMap(filter => filter[name] ?? [])
  return named.find(value => filters.every(filter => filter[name]?.includes(value) ?? true))
}
