import { chat } from './chat/face.ts'
import { documents } from './documents/face.ts'
import type { Face } from './shell/section.ts'
import { support } from './support/face.ts'

const FACES: Readonly<Record<string, Face>> = {
  'adobe-dynamic-chat': chat,
  pandadoc: documents,
  userlike: support,
}

/** The back office of a product, if this page has one. */
export function faceOf(product: string): Face | undefined {
  return Object.hasOwn(FACES, product) ? FACES[product] : undefined
}
