import { optional, plainCopy, readBoolean, readFunction, readText, wrong } from '../checks.ts'
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
export function readOptions<Records>(given: ClientOptions<Records>): Settings<Records> {
  const options = plainCopy(given, 'the options')
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
  if (!url === !fetchToken) throw wrong('give either `url` or `fetchToken`')
  if (!(timeout > 0)) throw wrong('`timeout` must be milliseconds above 0')
  const functions = { fetchToken, catalogUrl, events, fetch, now }
  for (const [name, value] of Object.entries(functions)) {
    optional(value, () => readFunction(value, `\`${name}\``))
  }
  readFunction(logger?.warn, '`logger.warn`')
  optional(tabs, value => readBoolean(value, 'tabs'))
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

/** @throws TypeError for anything but an object of ids */
export function readIdentity(given: Identity): Identity {
  const { subject, workspace } = plainCopy(given, 'an identity', ['subject', 'workspace'])
  return {
    subject: optional(subject, id => readText(id, 'subject')),
    workspace: optional(workspace, id => readText(id, 'workspace')),
  }
}
