import { useSyncExternalStore } from 'react'

/** What the address says: everything needed to show somebody else the same screen. */
export interface Route {
  readonly product: string
  readonly person: string
  readonly package: string
  readonly section: string
  /** Anything below the section, such as an open conversation. */
  readonly item: string
  /** The workspace looked into; the person's first one where empty. */
  readonly workspace: string
  /** With which snapshot a session starts. */
  readonly start: Start
}

/** A fresh snapshot, or one that must be refused. */
export type Start = 'fresh' | 'expired' | 'edited'

/** The address of a route in which `change` replaces parts. */
export function href(route: Route, change: Partial<Route> = {}): string {
  const next = { ...route, ...change }
  const path = [next.product, next.person, next.package, next.section, next.item]
  const query = new URLSearchParams()
  if (next.workspace) query.set('in', next.workspace)
  if (next.start !== 'fresh') query.set('start', next.start)
  const tail = query.size > 0 ? `?${query}` : ''
  return `#/${path.filter(Boolean).map(encodeURIComponent).join('/')}${tail}`
}

export function go(route: Route, change: Partial<Route>): void {
  location.hash = href(route, change)
}

/** The current route. Parts the address does not name are empty. */
export function useRoute(): Route {
  return parse(useSyncExternalStore(watch, () => location.hash))
}

function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [product = '', person = '', pack = '', section = '', item = ''] = path
    .split('/')
    .map(decode)
  const asked = new URLSearchParams(query)
  const start = asked.get('start')
  return {
    product,
    person,
    package: pack,
    section,
    item,
    workspace: asked.get('in') ?? '',
    start: start === 'expired' || start === 'edited' ? start : 'fresh',
  }
}

/** A part that is no valid encoding names nothing. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function watch(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
