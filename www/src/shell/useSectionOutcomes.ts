import type { Outcome } from 'rolegate'
import { useStanding } from '../gate/useGate.ts'
import type { Section } from '../products/definition.ts'

/** A section and what the navigation does with it. */
export interface Entry {
  readonly section: Section
  readonly outcome: Outcome
}

/** From the best to the least that can be said of a section. */
const ORDER: readonly Outcome[] = ['show', 'disable', 'upsell', 'loading']

/** The sections with the best outcome of any permission in them; `hide` only if all are hidden. */
export function useSections(sections: readonly Section[]): readonly Entry[] {
  const standing = useStanding()
  return sections.map(section => {
    const outcomes = new Set(section.permissions.map(permission => standing(permission).outcome))
    return { section, outcome: ORDER.find(outcome => outcomes.has(outcome)) ?? 'hide' }
  })
}
