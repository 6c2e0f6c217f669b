import type { Demo } from './demo/api.ts'
import type { Scene } from './demo/DemoContext.ts'
import { faceOf } from './faces.ts'
import type { Route } from './route.ts'

/** The scene an address names; what it leaves out, or names wrongly, is the first there is. */
export function sceneOf(demo: Demo, route: Route): Scene | null {
  const products = demo.products.filter(product => faceOf(product.id))
  const product = pick(products, route.product)
  const person = pick(product?.people ?? [], route.person)
  const pack = pick(product?.packages ?? [], route.package)
  if (!product || !person || !pack) return null
  return {
    demo: { ...demo, products },
    product,
    person,
    package: pack,
    route: { ...route, product: product.id, person: person.id, package: pack.id },
  }
}

function pick<Named extends { id: string }>(named: readonly Named[], id: string) {
  return named.find(one => one.id === id) ?? named[0]
}
