/** A name in English and other languages. */
export interface Label {
  readonly en: string
  readonly [language: string]: string
}

export interface Membership {
  readonly workspace: string
  readonly roles: readonly string[]
  readonly groups?: readonly string[]
}

/** Somebody the demo server signs a snapshot for. */
export interface Person {
  readonly id: string
  readonly label: Label
  readonly memberships: readonly Membership[]
}

/** What the customer may have bought. */
export interface Package {
  readonly id: string
  readonly label: Label
  readonly entitlements: readonly string[]
}

export interface Product {
  readonly id: string
  readonly label: Label
  readonly people: readonly Person[]
  readonly packages: readonly Package[]
}

export interface Demo {
  readonly issuer: string
  readonly audience: string
  readonly products: readonly Product[]
}

/** Whose snapshot is asked for, and on which package. */
export interface SnapshotRequest {
  readonly product: string
  readonly person: string
  readonly package: string
  readonly expired?: boolean
}

/** The demo server could not be reached, or refused. */
export class FetchError extends Error {
  readonly code = 'ERR_FETCH_FAILED'
}

export async function fetchDemo(): Promise<Demo> {
  return JSON.parse(await text('/api/demo')) as Demo
}

export function fetchKeys(): Promise<string> {
  return text('/.well-known/jwks.json')
}

/** The catalog's text, byte for byte as the snapshot's digest was made of it. */
export function fetchCatalog(id: string): Promise<string> {
  return text(`/catalogs/${id}.json`)
}

export function fetchSnapshot(request: SnapshotRequest): Promise<string> {
  const query = new URLSearchParams({
    product: request.product,
    person: request.person,
    package: request.package,
  })
  if (request.expired) query.set('expired', 'true')
  return text(`/api/role-snapshot?${query}`)
}

async function text(path: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(path)
  } catch (cause) {
    throw new FetchError(`the demo server does not answer at ${path}`, { cause })
  }
  if (!response.ok) throw new FetchError(`the demo server answered ${response.status} at ${path}`)
  return response.text()
}
