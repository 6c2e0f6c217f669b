import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import { pages as chat } from './chat/pages.ts'
import type { Pages, ProductDefinition } from './definition.ts'
import { pages as documents } from './documents/pages.ts'
import { generatedFor } from './generated/definition.ts'
import { generatedPages } from './generated/pages.tsx'
import { pages as live } from './live/pages.ts'
import { pages as phone } from './phone/pages.ts'
import { designedFor } from './registry.ts'
import { pages as support } from './support/pages.ts'

const DESIGNED: Readonly<Record<string, Pages>> = {
  'adobe-dynamic-chat': chat,
  pandadoc: documents,
  userlike: support,
  puzzel: phone,
  'aivo-live': live,
}

/** The sections of a product, and the screens that they have. */
export interface Screens {
  readonly definition: ProductDefinition
  readonly pages: Pages
}

/** The screens made by hand, or those generated from the catalog, which every product has. */
export function screensOf(catalog: DisplayCatalog, isGenerated: boolean): Screens {
  const definition = designedFor(catalog)
  const pages = DESIGNED[catalog.id]
  return isGenerated || !definition || !pages
    ? { definition: generatedFor(catalog), pages: generatedPages(catalog) }
    : { definition, pages }
}
