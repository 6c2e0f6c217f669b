import type { GateView, Outcome } from 'rolegate'
import type { Section } from '../products/definition.ts'
import { decideForAnyRecord } from '../scenario/anyRecord.ts'

/** A section, and what the navigation does with it. */
export interface SectionEntry {
  readonly section: Section
  readonly outcome: Outcome
}

/** The outcomes from best to worst. */
const BEST_FIRST: readonly Outcome[] = ['show', 'disable', 'upsell', 'loading']

/** Gives each section the best outcome of its permissions: `hide` only if all of them are hidden. */
export function sectionEntries(
  gate: GateView,
  sections: readonly Section[],
): readonly SectionEntry[] {
  return sections.map(section => {
    const outcomes = new Set(
      section.permissions.map(permission => decideForAnyRecord(gate, permission).outcome),
    )
    return { section, outcome: BEST_FIRST.find(outcome => outcomes.has(outcome)) ?? 'hide' }
  })
}
