import { use } from 'react'
import type { Shown } from '../../gate/PaneContext.ts'
import { screensOf } from '../../products/screens.ts'
import type { Address } from '../../scenario/address.ts'
import { oneOf } from '../../scenario/fits.ts'
import type { ScenarioProblem } from '../../scenario/scenario.ts'
import { openSection } from '../../screen/sectionOutcomes.ts'

/**
 * What is wrong with the item of an address. One that there is, and that nobody shown may see, is right.
 * Suspends until the screens are here, which alone know their items.
 */
export function itemProblems(
  { section = '', item, screens: kind }: Address,
  shown: readonly [Shown, ...Shown[]],
): readonly ScenarioProblem[] {
  if (item === undefined) return []
  const screens = screensOf(shown[0].catalog, kind === 'generated')
  const { definition, items } = screens instanceof Promise ? use(screens) : screens
  const ids = shown.flatMap(who => {
    const open = openSection(who.gate, definition.sections, section).entry?.section.id ?? ''
    return items[open]?.(who) ?? []
  })
  return oneOf('item', item, [...new Set(ids)])
}
