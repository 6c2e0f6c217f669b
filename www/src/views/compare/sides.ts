import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { peopleOf } from '../../products/people.ts'
import { definitionOf } from '../../products/registry.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { InForce } from '../../scenario/Scene.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Kind } from './kinds.ts'
import { compareTexts } from './texts.ts'

/** One of those that can be chosen for a side. */
export interface Choice {
  readonly id: string
  readonly label: string
  readonly scenario: Partial<Scenario>
}

/** Everything that can be chosen of a kind, everything else being as the scenario has it. */
export function useChoices({ catalog, scenario }: InForce, kind: Kind): readonly Choice[] {
  const texts = useTexts(compareTexts)
  const label = useLabels()
  switch (kind) {
    case 'roles':
      return rolesOf(catalog, scenario.customRoles).map(({ id, label: name }) => ({
        id,
        label: label(name),
        scenario: { ...scenario, roles: [id] },
      }))
    case 'people': {
      const { entitlements } = scenario
      const ready = peopleOf(catalog).map(({ label: name, ...person }, index) => ({
        id: String(index),
        label: label(name),
        scenario: { ...person, entitlements },
      }))
      return [{ id: 'now', label: texts.now, scenario }, ...ready]
    }
    case 'plans': {
      const { choices } = definitionOf(catalog)
      const nameOf = (id: string) => label(catalog.entitlement(id)?.label)
      const plans = catalog.entitlements.map(({ id }): Choice => {
        const others = choices.find(({ of }) => of.includes(id))?.of
        const kept = scenario.entitlements.filter(held => !others?.includes(held) && held !== id)
        const isPlan = others !== undefined
        return {
          id,
          label: isPlan ? nameOf(id) : texts.with(nameOf(id)),
          scenario: { ...scenario, entitlements: [...kept, id] },
        }
      })
      if (plans.length === 0) return []
      return [
        ...plans,
        { id: 'none', label: texts.nothing, scenario: { ...scenario, entitlements: [] } },
      ]
    }
    case 'versions':
      return []
  }
}

/** What is compared where the address says nothing: what is seen now, and the next of its kind. */
export function firstSides(
  choices: readonly Choice[],
  { roles, entitlements }: Scenario,
): string[] {
  const isNow = ({ id }: Choice) => id === 'now' || roles.includes(id) || entitlements.includes(id)
  const first = choices.find(isNow) ?? choices[0]
  const second = choices.find(choice => choice !== first)
  return [first, second].flatMap(choice => choice?.id ?? [])
}
