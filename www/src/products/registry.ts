import { chat } from './chat/definition.ts'
import type { ProductDefinition } from './definition.ts'
import { documents } from './documents/definition.ts'
import { support } from './support/definition.ts'

/** The products by the id of their catalog. */
const PRODUCTS: Readonly<Record<string, ProductDefinition>> = {
  'adobe-dynamic-chat': chat,
  pandadoc: documents,
  userlike: support,
}

/** The definition of a product, if this page has one. */
export function definitionOf(product: string): ProductDefinition | undefined {
  return Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product] : undefined
}
