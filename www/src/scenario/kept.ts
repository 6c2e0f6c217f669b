const KEY = 'catalog '

/** Keeps a catalog's file in this browser. Where storage is full or refused, it lasts until the page is closed. */
export function keepText(sha256: string, text: string): void {
  try {
    localStorage.setItem(KEY + sha256, text)
  } catch {}
}

/** The file of a catalog that is kept in this browser. */
export function keptText(sha256: string): string | null {
  try {
    return localStorage.getItem(KEY + sha256)
  } catch {
    return null
  }
}
