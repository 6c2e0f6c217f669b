import { useSyncExternalStore } from 'react'

/** What the address holds: everything needed to show the same screen to somebody else. */
export interface Route {
  readonly product: string
  readonly person: string
  readonly package: string
  readonly section: string
  /** The open item of the section, such as a conversation. */
  readonly item: string
  /** The selected workspace; empty for the person's first one. */
  readonly workspace: string
  /** The snapshot that a session starts with. */
  readonly start: Start
}

/** A fresh snapshot, or one that the gate must refuse. */
export type Start = 'fresh' | 'expired' | 'edited'

/** The address of a route after `change`. */
export function href(route: Route, change: Partial<Route> = {}): string {
  const next = { ...route, ...change }
  const path = [next.product, next.person, next.package, next.section, next.item]
  const query = new URLSearchParams()
  if (next.workspace) query.set('in', next.workspace)
  if (next.start !== 'fresh') query.set('start', next.start)
  const suffix = query.size > 0 ? `?${query}` : ''
  return `#/${path.filter(Boolean).map(encodeURIComponent).join('/')}${suffix}`
}

export function navigate(route: Route, change: Partial<Route>): void {
  location.hash = href(route, change)
}

/** The current route. A part that the address does not name is empty. */
export function useRoute(): Route {
  return parse(useSyncExternalStore(subscribe, () => location.hash))
}

function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [product = '', person = '', pack = '', section = '', item = ''] = path
    .split('/')
    .map(decode)
  const parameters = new URLSearchParams(query)
  const start = parameters.get('start')
  return {
    product,
    person,
    package: pack,
    section,
    item,
    workspace: parameters.get('in') ?? '',
    start: start === 'expired' || start === 'edited' ? start : 'fresh',
  }
}

/** Decodes a part of the path. A part with an invalid encoding counts as empty. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
