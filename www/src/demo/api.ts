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

/** A person the demo server signs snapshots for. */
export interface Person {
  readonly id: string
  readonly label: Label
  readonly memberships: readonly Membership[]
}

/** A set of entitlements that a customer may have bought. */
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

/** Identifies the snapshot to fetch. */
export interface SnapshotRequest {
  readonly product: string
  readonly person: string
  readonly package: string
  readonly expired?: boolean
}

/** The demo server could not be reached, or answered with an error status. */
export class FetchError extends Error {
  readonly code = 'ERR_FETCH_FAILED'
}

export async function fetchDemo(): Promise<Demo> {
  return JSON.parse(await fetchText('/api/demo')) as Demo
}

export function fetchKeys(): Promise<string> {
  return fetchText('/.well-known/jwks.json')
}

/** The text of a catalog, byte for byte: a snapshot names a catalog by its digest. */
export function fetchCatalog(id: string): Promise<string> {
  return fetchText(`/catalogs/${id}.json`)
}

export function fetchSnapshot(request: SnapshotRequest): Promise<string> {
  const query = new URLSearchParams({
    product: request.product,
    person: request.person,
    package: request.package,
  })
  if (request.expired) query.set('expired', 'true')
  return fetchText(`/api/role-snapshot?${query}`)
}

async function fetchText(path: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(path)
  } catch (cause) {
    throw new FetchError(`the demo server does not answer at ${path}`, { cause })
  }
  if (!response.ok) throw new FetchError(`the demo server answered ${response.status} at ${path}`)
  return response.text()
}
