import { useMemo } from 'react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { type CatalogChange, changesBetween } from '../../scenario/changes.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { keptVersion, openedBefore } from '../../scenario/opened.ts'
import { startTexts } from './texts.ts'

const MOST_SHOWN = 8

/** What changed in a catalog since the version that was opened here last. */
export function ProductChanges({ catalog }: { readonly catalog: DisplayCatalog }) {
  const texts = useTexts(startTexts)
  const label = useLabels()
  const changes = useMemo(() => changesSince(catalog), [catalog])
  if (!changes) return null
  const text = (change: CatalogChange) => {
    const name = label(change.name)
    if (change.role) {
      return `${label(change.role)}: ${name} ${change.before} → ${change.after}`
    }
    return `${change.before === null ? texts.isNew : texts.isGone} ${name}`
  }
  return (
    <details className="product-changes">
      <summary>{texts.changed(changes.length)}</summary>
      <ul>
        {changes.slice(0, MOST_SHOWN).map(change => (
          <li key={text(change)}>{text(change)}</li>
        ))}
        {changes.length > MOST_SHOWN && <li>{texts.more(changes.length - MOST_SHOWN)}</li>}
      </ul>
    </details>
  )
}

/** The changes since the version that was opened last, or since the one before that; `null` for none. */
function changesSince(catalog: DisplayCatalog): readonly CatalogChange[] | null {
  const opened = openedBefore(catalog.id)
  if (!opened) return null
  const sha256 = opened.sha256 === catalog.sha256 ? opened.previous : opened.sha256
  const before = sha256 === undefined ? null : keptVersion(sha256)
  return before && changesBetween(before, catalog)
}
