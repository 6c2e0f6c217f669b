import type { Demo } from '../demo/api.ts'
import type { Route } from './route.ts'
import type { Scene } from './SelectionContext.ts'

/** The scene an address names; what it leaves out, or names wrongly, is the first there is. */
export function sceneOf(demo: Demo, route: Route): Scene | null {
  const product = pick(demo.products, route.product)
  const person = pick(product?.people ?? [], route.person)
  const pack = pick(product?.packages ?? [], route.package)
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

function pick<Named extends { id: string }>(named: readonly Named[], id: string) {
  return named.find(one => one.id === id) ?? named[0]
}
