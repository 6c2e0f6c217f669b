import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import { chat } from './chat/definition.ts'
import type { ProductDefinition, Section } from './definition.ts'
import { documents } from './documents/definition.ts'
import { generatedFor } from './generated/definition.ts'
import { live } from './live/definition.ts'
import { phone } from './phone/definition.ts'
import { support } from './support/definition.ts'

/** The products with screens made by hand, by the id of their catalog. */
const DESIGNED: Readonly<Record<string, ProductDefinition>> = {
  'adobe-dynamic-chat': chat,
  pandadoc: documents,
  userlike: support,
  puzzel: phone,
  'aivo-live': live,
}

/** The screens of a product: those made by hand, or else those generated from its catalog. */
export function definitionOf(catalog: DisplayCatalog): ProductDefinition {
  return designedFor(catalog) ?? generatedFor(catalog)
}

/** The screens made by hand, if the product has some. */
export function designedFor({ id }: DisplayCatalog): ProductDefinition | undefined {
  return Object.hasOwn(DESIGNED, id) ? DESIGNED[id] : undefined
}

/** The sections of the screens made by hand, or of the generated ones. */
export function sectionsOf(catalog: DisplayCatalog, isGenerated: boolean): readonly Section[] {
  return (isGenerated ? generatedFor(catalog) : definitionOf(catalog)).sections
}
