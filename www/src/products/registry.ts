import { chat } from './chat/definition.ts'
import type { Face } from './definition.ts'
import { documents } from './documents/definition.ts'
import { support } from './support/definition.ts'

const FACES: Readonly<Record<string, Face>> = {
  'adobe-dynamic-chat': chat,
  pandadoc: documents,
  userlike: support,
}

/** The back office of a product, if this page has one. */
export function faceOf(product: string): Face | undefined {
  return Object.hasOwn(FACES, product) ? FACES[product] : undefined
}
