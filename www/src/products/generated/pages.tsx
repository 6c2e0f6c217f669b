import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import type { Pages } from '../definition.ts'
import { AreaPage } from './AreaPage.tsx'

const made = new WeakMap<DisplayCatalog, Pages>()

/** The generated screens of a catalog, by the id of their area. */
export function generatedPages(catalog: DisplayCatalog): Pages {
  const found = made.get(catalog)
  if (found) return found
  const pages = Object.fromEntries(
    catalog.areas.map(area => [area.id, () => <AreaPage area={area} />]),
  )
  made.set(catalog, pages)
  return pages
}
