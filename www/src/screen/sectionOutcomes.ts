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
function sectionEntries(gate: GateView, sections: readonly Section[]): readonly SectionEntry[] {
  return sections.map(section => {
    const outcomes = new Set(
      section.permissions.map(permission => decideForAnyRecord(gate, permission).outcome),
    )
    return { section, outcome: BEST_FIRST.find(outcome => outcomes.has(outcome)) ?? 'hide' }
  })
}

interface OpenSection {
  readonly entries: readonly SectionEntry[]
  /** The section that is named, if there is such a one. */
  readonly named: SectionEntry | undefined
  /** The first in which the person may use something. */
  readonly first: SectionEntry | undefined
  /** The one that is open: the named one, or else the first. */
  readonly entry: SectionEntry | undefined
}

/** The sections of a product, and which of them is open where the address names `section`. */
export function openSection(
  gate: GateView,
  sections: readonly Section[],
  section: string,
): OpenSection {
  const entries = sectionEntries(gate, sections)
  const named = entries.find(entry => entry.section.id === section)
  const first = entries.find(({ outcome }) => outcome !== 'hide')
  return { entries, named, first, entry: named ?? first }
}
