import type { GateOptions } from 'rolegate'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** The facts of a record that stands for all those to which a person has the same relations. */
export interface Sample {
  readonly owner: string | null
  readonly assignee: string | null
  readonly group: string | null
  readonly organization: string | null
  readonly queue: string | null
  readonly collaborators: readonly { readonly id: string; readonly edit: boolean }[]
}

/** Reads the facts of samples, for every kind of record of the catalog. */
export function accessorsFor(catalog: DisplayCatalog): NonNullable<GateOptions['records']> {
  const accessors = {
    owner: ({ owner }: Sample) => owner,
    assignee: ({ assignee }: Sample) => assignee,
    group: ({ group }: Sample) => group,
    organization: ({ organization }: Sample) => organization,
    queue: ({ queue }: Sample) => queue,
    collaborators: ({ collaborators }: Sample) => collaborators,
  }
  return Object.fromEntries(Object.keys(catalog.records).map(kind => [kind, accessors])) as never
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
  const passed = (name: string) => filters.map(filter => filter[name]?.[0]).find(Boolean)
  return {
    owner: has('own') ? subject : SOMEBODY_ELSE,
    assignee: has('mine') ? subject : has('unassigned') ? null : SOMEBODY_ELSE,
    group: has('same-group') ? (groups[0] ?? null) : (passed('groups') ?? ELSEWHERE),
    organization: has('same-organization') ? workspace : ELSEWHERE,
    queue: passed('queues') ?? ELSEWHERE,
    collaborators: shared,
  }
}
