import type { Demo, Membership, Package, Person, Product } from '../demo/api.ts'
import type { Route } from './route.ts'

/** What the page shows: the product, person, package and workspace that the address names. */
export interface Selection {
  readonly demo: Demo
  readonly product: Product
  readonly person: Person
  readonly package: Package
  /** The person's membership in the selected workspace. */
  readonly membership: Membership
  readonly route: Route
}

/** The selection an address names. The first entry stands in for a missing or unknown name. */
export function selectionFor(demo: Demo, route: Route): Selection | null {
  const product = findOrFirst(demo.products, route.product)
  const person = findOrFirst(product?.people ?? [], route.person)
  const pack = findOrFirst(product?.packages ?? [], route.package)
  const membership =
    person?.memberships.find(({ workspace }) => workspace === route.workspace) ??
    person?.memberships[0]
  if (!product || !person || !pack || !membership) return null
  return {
    demo,
    product,
    person,
    package: pack,
    membership,
    route: { ...route, product: product.id, person: person.id, package: pack.id },
  }
}

function findOrFirst<Entry extends { id: string }>(entries: readonly Entry[], id: string) {
  return entries.find(entry => entry.id === id) ?? entries[0]
}
