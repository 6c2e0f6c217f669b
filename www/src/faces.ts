import { chat } from './chat/face.ts'
import type { Face } from './shell/section.ts'

const FACES: Readonly<Record<string, Face>> = { 'adobe-dynamic-chat': chat }

/** The back office of a product, if this page has one. */
export function faceOf(product: string): Face | undefined {
  return Object.hasOwn(FACES, product) ? FACES[product] : undefined
}
