import { createStore } from './store.ts'

const KEY = 'framed apps'

/** The origins of the reader's own apps, which may be framed without being asked about again. */
export const framedApps = createStore<readonly string[]>(read())

framedApps.subscribe(() => {
  try {
    localStorage.setItem(KEY, JSON.stringify(framedApps.get()))
  } catch {
    // Where storage is refused, the reader is asked again the next time.
  }
})

/** Lets an app be framed from now on. */
export function allowApp(origin: string): void {
  framedApps.update(all => (all.includes(origin) ? all : [...all, origin]))
}

/** The origin of an address that an app can have; `null` for any other text. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, origin } = new URL(address)
  return protocol === 'http:' || protocol === 'https:' ? origin : null
}

/**
 * What an app may do in its frame: anything but lead the reader away. One of this page's own origin could
 * leave a sandbox, so it gets none.
 */
export function sandboxFor(address: string): string | undefined {
  return originOf(address) === location.origin
    ? undefined
    : 'allow-scripts allow-same-origin allow-forms'
}

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(entry => typeof entry === 'string') : []
  } catch {
    return []
  }
}
