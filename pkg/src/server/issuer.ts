import { plainCopy } from '../checks.ts'
import { handle } from '../handle.ts'
import { createGate, type Gate, type GateOptions } from '../index.ts'
import { TextDecoder } from '../text.ts'
import { keptTokens } from './kept-tokens.ts'
import { readOptions } from './options.ts'
import { tokenResponse } from './responses.ts'
import { base64url, jwksOf, readKeys, type SigningKey, subtle } from './signing.ts'
import type { Issuer, IssuerOptions, PersonClaims, WebRequest } from './types.ts'

const OPTIONS: readonly (keyof IssuerOptions)[] = [
  'key',
  'catalog',
  'issuer',
  'audience',
  'lifetime',
  'etag',
  'records',
  'now',
]

const PERSON: readonly (keyof PersonClaims)[] = [
  'subject',
  'memberships',
  'entitlements',
  'roles',
  'seq',
  'catalog',
]

/** A catalog as snapshots name it. */
export interface NamedCatalog {
  readonly id: string | undefined
  readonly sha256: string
}

/**
 * Makes what issues role snapshots. One for each process is enough: keys and catalogs are read once.
 *
 * ```ts
 * const issuer = createIssuer({
 *   key: await readFile('keys/private.jwk', 'utf8'),
 *   catalog: await readFile('chat.json'),
 *   issuer: 'https://chat.example',
 *   audience: 'chat-web',
 * })
 * const token = await issuer.issue({
 *   subject: 'u42',
 *   entitlements: ['pro'],
 *   memberships: [{ workspace: 'w1', roles: ['agent'], groups: ['g7'] }],
 * })
 * ```
 *
 * @throws TypeError for a wrong or unknown option
 */
export function createIssuer(options: IssuerOptions): Issuer {
  const given = plainCopy(options, 'the options', OPTIONS)
  return issuerWith(given, readKeys(given), createGate)
}

/** The same, with the keys, and with what checks the snapshots: few gates trust the keys of some. */
export function issuerWith(
  options: Omit<IssuerOptions, 'key'>,
  keys: readonly [SigningKey, ...SigningKey[]],
  makeGate: (options: GateOptions) => Gate,
): Issuer {
  const { files, issuer, audience, lifetime, etag, records, now } = readOptions(options)
  const jwks = () => jwksOf(keys)
  let catalogs: Promise<readonly NamedCatalog[]> | undefined
  let lastSeq = 0

  const claimsOf = async (given: PersonClaims, time: number) => {
    // What it says may narrow rights, as `roles` does, so nothing of it is passed over.
    const person = plainCopy(given, 'a person', PERSON)
    catalogs ??= Promise.all(files.map(named))
    const [first, ...others] = await catalogs
    const wanted = person.catalog ?? first?.sha256
    const catalog = [first, ...others].find(held => held?.sha256 === wanted)
    if (!catalog) throw new TypeError('`catalog` names none of those that the issuer has')
    // Also where the clock stands still, goes back, or gives no number for once.
    lastSeq = Math.max(lastSeq + 1, Math.floor(time) || 0)
    const iat = Math.floor(time / 1000)
    const { subject, entitlements = [], memberships, roles, seq = lastSeq } = person
    return {
      iss: issuer,
      aud: audience,
      sub: subject,
      iat,
      exp: iat + lifetime,
      refresh_after: iat + Math.ceil(lifetime / 2),
      fmt: 1,
      seq,
      catalog,
      entitlements,
      memberships,
      roles,
    }
  }

  const open = async (person: PersonClaims) => {
    const time = now()
    const token = await keys[0].sign(await claimsOf(person, time))
    // A gate of its own: what was issued before, to whomever, has no say in it.
    const gate = makeGate({
      keys: jwks(),
      issuer,
      audience,
      catalog: files,
      subject: person.subject,
      maxLifetime: lifetime,
      records,
      now,
      lazy: true,
    })
    await gate.load(token)
    return { token, gate }
  }
  const issue = async (person: PersonClaims) => {
    const { token, gate } = await open(person)
    gate.dispose()
    return token
  }
  const kept = keptTokens(issue, (lifetime * 1000) / 4, now)

  return handle<Issuer>({
    issue(person) {
      kept.forget(person?.subject)
      return issue(person)
    },
    gate: async person => (await open(person)).gate,
    async respond(request, person) {
      checkRequest(request)
      if (!person) return tokenResponse(401)
      if (!etag) return tokenResponse(200, await issue(person))
      const last = await kept.of(person)
      const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? []
      // A weak comparison (RFC 9110 section 13.1.2).
      return known.some(tag => tag.replace(/^W\//, '') === last.etag)
        ? tokenResponse(304, undefined, last.etag)
        : tokenResponse(200, last.token, last.etag)
    },
    jwks,
  })
}

function checkRequest(request: WebRequest): void {
  if (typeof request?.headers?.get !== 'function') {
    throw new TypeError(
      '`respond` takes a web-standard `Request`, or `{ headers }` with a `Headers`, as its first argument',
    )
  }
}

/** The name by which a snapshot calls a catalog of these bytes. */
export async function named(file: Uint8Array): Promise<NamedCatalog> {
  const sha256 = base64url(new Uint8Array(await subtle().digest('SHA-256', file)))
  return { id: idIn(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file)), sha256 }
}

/** The id of a catalog; none of what is no catalog, which the core refuses. */
function idIn(text: string): string | undefined {
  try {
    return JSON.parse(text)?.id
  } catch {
    return undefined
  }
}
