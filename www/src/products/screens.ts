import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import type { Items, Pages, ProductDefinition } from './definition.ts'
import { generatedFor } from './generated/definition.ts'
import { generatedPages } from './generated/pages.tsx'
import { designedFor } from './registry.ts'

/** What the code of a product's screens is. */
interface Designed {
  readonly pages: Pages
  readonly items?: Items
}

/** The screens made by hand, by the id of their catalog. */
const DESIGNED: Readonly<Record<string, () => Promise<Designed>>> = {
  'adobe-dynamic-chat': () => import('./chat/pages.ts'),
  pandadoc: () => import('./documents/pages.ts'),
  userlike: () => import('./support/pages.ts'),
  puzzel: () => import('./phone/pages.ts'),
  'aivo-live': () => import('./live/pages.ts'),
}

/** The sections of a product, and the screens that they have. */
export interface Screens {
  readonly definition: ProductDefinition
  readonly pages: Pages
  readonly items: Items
}

const fetched = new Map<string, Promise<Screens>>()

/**
 * The screens made by hand, which are fetched when they are first shown, or those generated from the catalog,
 * which every product has. The same product always gives the same promise.
 */
export function screensOf(
  catalog: DisplayCatalog,
  isGenerated: boolean,
): Screens | Promise<Screens> {
  const { id } = catalog
  const definition = designedFor(catalog)
  const load = DESIGNED[id]
  if (isGenerated || !definition || !load) {
    return { definition: generatedFor(catalog), pages: generatedPages(catalog), items: {} }
  }
  const known = fetched.get(id)
  if (known) return known
  const screens = load().then(({ pages, items = {} }) => ({ definition, pages, items }))
  fetched.set(id, screens)
  // What could not be fetched may be there the next time.
  screens.catch(() => fetched.delete(id))
  return screens
}
