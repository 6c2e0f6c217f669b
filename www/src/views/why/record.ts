import type { GateOptions, GateView } from 'rolegate'
import { type Sample, sampleWith } from '../../scenario/samples.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** Reads the facts of a product's record as the product's gate reads them. */
export function factsOf(
  accessors: NonNullable<GateOptions['records']>,
  kind: string,
  record: object,
): Partial<Sample> {
  const readers = (accessors as Readonly<Record<string, object>>)[kind] ?? {}
  const facts = Object.entries(readers).map(([fact, read]) => [
    fact,
    typeof read === 'function' ? read(record) : undefined,
  ])
  return Object.fromEntries(facts)
}

/** A record that also has these relations to the person; its other facts stay as they are. */
export function withRelations(
  facts: Partial<Sample> | undefined,
  relations: readonly string[],
  scenario: Scenario,
): Partial<Sample> {
  const has = (relation: string) => relations.includes(relation)
  const wanted = sampleWith(relations, scenario)
  if (!facts) return { ...wanted, ...(has('same-group') && { group: groupInSight(scenario) }) }
  const isShared = has('shared') || has('shared-edit')
  const isAssigned = has('assigned') && (facts.assignee ?? null) === null
  return {
    ...facts,
    ...(has('own') && { owner: wanted.owner }),
    ...(isShared && { collaborators: wanted.collaborators }),
    ...((has('mine') || has('unassigned') || isAssigned) && { assignee: wanted.assignee }),
    ...(has('same-group') && { group: groupInSight(scenario) }),
    ...(has('same-organization') && { organization: wanted.organization }),
  }
}

/** The relations of a record for which a permission holds, the fewest; `undefined` if it never does. */
export function relationsThatHelp(
  gate: GateView,
  question: string,
  all: readonly string[],
  scenario: Scenario,
): readonly string[] | undefined {
  const sets: (readonly string[])[] = [[]]
  for (const relation of all) sets.push(...sets.map(set => [...set, relation]))
  sets.sort((one, other) => one.length - other.length)
  return sets.find(set => gate.can(question, withRelations(undefined, set, scenario)))
}

/** One of the person's groups, of which the filters let records through if there is such a one. */
function groupInSight({ groups, filters }: Scenario): string | null {
  const passes = (group: string) =>
    filters.every(filter => filter['groups']?.includes(group) ?? true)
  return groups.find(passes) ?? groups[0] ?? null
}
