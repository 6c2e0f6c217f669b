import { DisplayCatalog } from './DisplayCatalog.ts'
import { keepText, keptText } from './kept.ts'

/** A catalog that was opened in this browser. */
export interface Opened {
  readonly id: string
  /** The version that was opened last, and the one before, by the hash of their files. */
  readonly sha256: string
  readonly previous?: string
}

const KEY = 'opened '

/** Remembers that a catalog is open now. */
export function rememberOpened({ id, sha256, text }: DisplayCatalog): void {
  const before = openedBefore(id)
  if (before?.sha256 === sha256) return
  keepText(sha256, text)
  const opened: Opened = { id, sha256, ...(before ? { previous: before.sha256 } : {}) }
  try {
    localStorage.setItem(KEY + id, JSON.stringify(opened))
  } catch {
    // Without storage nothing is said of changes.
  }
}

/** What is remembered of a catalog. */
export function openedBefore(id: string): Opened | null {
  try {
    return JSON.parse(localStorage.getItem(KEY + id) ?? 'null') as Opened | null
  } catch {
    return null
  }
}

/** Every catalog that was opened in this browser. */
export function allOpened(): readonly Opened[] {
  try {
    const ids = Object.keys(localStorage).filter(key => key.startsWith(KEY))
    return ids.flatMap(key => openedBefore(key.slice(KEY.length)) ?? [])
  } catch {
    return []
  }
}

/** A version of a catalog that is kept in this browser. */
export function keptVersion(sha256: string): DisplayCatalog | null {
  const text = keptText(sha256)
  return text === null ? null : new DisplayCatalog(text, sha256)
}
