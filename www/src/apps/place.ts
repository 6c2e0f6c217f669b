import { useSyncExternalStore } from 'react'

/** Where a person is in an app. */
export interface AppPlace {
  readonly workspace: string
  readonly section: string
  readonly item: string
}

/** The place that the address names, after the `#`. */
export function usePlace(): AppPlace {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const [, workspace = '', section = '', item = ''] = hash.split('/').map(decoded)
  return { workspace, section, item }
}

/** What an address says; what is no such text stays as it is, and names nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a place, for a link. */
export function hrefOfPlace({ workspace, section, item }: AppPlace): string {
  return `#/${[workspace, section, item].map(encodeURIComponent).join('/')}`
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
