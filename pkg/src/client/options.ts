import type { CatalogFinder, GateOptions } from '../index.ts'
import { deadlineIn } from './deadline.ts'
import { readBody, request } from './request.ts'
import type { ClientOptions, Fetch, Identity, Logger, TokenAnswer, TokenRequest } from './types.ts'

/** Characters of a catalog file; the gate counts its bytes. */
const LONGEST_CATALOG = 4 * 1024 * 1024

/** What `createClient` was given, checked, with what stands in for the rest. */
export interface Settings<Records>
  extends Pick<ClientOptions, 'events' | 'storage' | 'tabs' | 'token'> {
  /** What is left for the gate, except its clock. */
  readonly gate: GateOptions<Records>
  readonly identity: Identity
  readonly getToken: (request: TokenRequest) => TokenAnswer | PromiseLike<TokenAnswer>
  readonly timeout: number
  readonly fetch: Fetch
  readonly now: () => number
  readonly logger: Logger
}

/** @throws TypeError for a wrong option; those of the gate are checked by `createGate` */
export function readOptions<Records>(options: ClientOptions<Records>): Settings<Records> {
  const {
    url,
    fetchToken,
    subject,
    workspace,
    catalog,
    catalogUrl,
    token,
    events,
    storage,
    tabs,
    timeout = 10_000,
    // Looked up for every request, as a page may replace it at any time.
    fetch = (address, init) => globalThis.fetch(address, init),
    now = Date.now,
    logger = console,
    ...gate
  } = options
  if (!url === !fetchToken) throw new TypeError('give either `url` or `fetchToken`')
  if (!(timeout > 0)) throw new TypeError('`timeout` must be milliseconds above 0')
  for (const given of [fetchToken ?? fetch, catalogUrl ?? fetch, fetch, now]) {
    if (typeof given !== 'function') {
      throw new TypeError('`fetchToken`, `catalogUrl`, `fetch` and `now` must be functions')
    }
  }
  const findCatalog: CatalogFinder = named => {
    const deadline = deadlineIn(timeout)
    // Any cache may answer: what has that hash never changes.
    const answer = fetch(`${catalogUrl?.(named)}`, { headers: {}, signal: deadline.signal })
    return deadline.wait(answer.then(found => readBody(found, LONGEST_CATALOG)))
  }
  const requestToken: Settings<Records>['getToken'] = ({ signal, etag }) =>
    request(fetch, url ?? '', signal, etag ? { 'if-none-match': etag } : {})
  const catalogs = catalogUrl ? [catalog ?? [], findCatalog].flat() : catalog
  return {
    ...options,
    gate: { ...gate, catalog: catalogs } as GateOptions<Records>,
    identity: readIdentity({ subject, workspace }),
    getToken: fetchToken ?? requestToken,
    timeout,
    fetch,
    now,
    logger,
  }
}

/** @throws TypeError for what is not an id */
export function readIdentity({ subject, workspace }: Identity): Identity {
  for (const id of [subject, workspace]) {
    if (id !== undefined && (typeof id !== 'string' || !id)) {
      throw new TypeError('`subject` and `workspace` must be non-empty strings')
    }
  }
  return { subject, workspace }
}
