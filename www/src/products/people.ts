import type { AddressChange } from '../scenario/address.ts'
import { openCatalog } from '../scenario/catalogs.ts'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import type { ReadyMade } from './definition.ts'
import { definitionOf } from './registry.ts'

/** The ready-made people of a product. */
export function peopleOf(catalog: DisplayCatalog): readonly ReadyMade[] {
  return definitionOf(catalog).people
}

/** The address of a product of ours as its first ready-made person sees it. */
export async function addressOf(product: string): Promise<AddressChange> {
  const catalog = await openCatalog({ product, sha256: undefined, file: undefined })
  return { product, scenario: firstScenario(catalog) }
}

/** What a product is first looked at with: its first person. */
export function firstScenario(catalog: DisplayCatalog): NonNullable<AddressChange['scenario']> {
  const [first] = peopleOf(catalog)
  const { label: _, ...person } = first ?? {}
  return person
}
