import { base64url, importJWK, type JWK, SignJWT } from 'jose'
import { createGate, type Gate, type GateOptions } from 'rolegate'
import { type Conversation, catalog, type Document, records } from './help-desk.ts'

type Records = { conversation: Conversation; document: Document }
type Members = Record<string, unknown>

export const issuer = 'https://desk.example'
export const audience = 'desk-web'

/** Some moment; all tests live in its neighbourhood. */
export const noon = 1_790_000_000

// A key that is there: every 128th that WebKitGTK 2.50 is to make fails (WebKit bug 307095).
const key = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '3EvAkFVB1xrCsRLxiZTZ9iQnDsYh6MHTR8OJ39NJkxI',
}
const privateKey = await importJWK(
  { ...key, d: 'cZ5lWL1w6c-783sf9MLhLzQX80YOq_hJXkGwSudCjK8' },
  'EdDSA',
)
export const keys: { keys: JWK[] } = {
  keys: [{ ...key, kid: 'k1', alg: 'EdDSA', use: 'sig' }],
}

// The key after it, under `k2`.
const nextKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'lZS7xqafgS-pwW_pQZBj_El_nhQ-gPGLJt6lJ4IvEeE',
}
const nextPrivateKey = await importJWK(
  { ...nextKey, d: 'Sum1eIdh9xoH6JwdqeypXU4Cogm7tvU2shV2ign-jss' },
  'EdDSA',
)
export const nextKeys: { keys: JWK[] } = { keys: [{ ...nextKey, kid: 'k2' }] }

/** The name by which a snapshot calls a catalog of this text. */
export async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return base64url.encode(new Uint8Array(hash))
}

const sha256 = await digest(catalog)

/** The claims of an agent in workspace `w1`; `changes` replace members, `undefined` takes them out. */
export function claims(changes: Members = {}): Members {
  return {
    iss: issuer,
    aud: audience,
    sub: 'u1',
    iat: noon,
    exp: noon + 3600,
    fmt: 1,
    seq: 1,
    refresh_after: noon + 1800,
    catalog: { id: 'desk', sha256 },
    entitlements: [],
    memberships: [membership()],
    ...changes,
  }
}

export function membership(changes: Members = {}): Members {
  return { workspace: 'w1', roles: ['agent'], groups: ['g1'], filters: [], ...changes }
}

/** Signs a role snapshot, as an application's server does. */
export function sign(changes: Members = {}, header: Members = {}): Promise<string> {
  return new SignJWT(claims(changes))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'role-snapshot+jwt', kid: 'k1', ...header })
    .sign(privateKey)
}

/** The same, once the server has changed its key. */
export function signWithNextKey(changes: Members = {}): Promise<string> {
  return new SignJWT(claims(changes))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'role-snapshot+jwt', kid: 'k2' })
    .sign(nextPrivateKey)
}

/** A snapshot of one membership, changed as said. */
export function snapshot(changes: Members, others: Members = {}): Promise<string> {
  return sign({ memberships: [membership(changes)], ...others })
}

/** What the desk gives to `createGate`. */
export const options: GateOptions<Records> = {
  keys,
  issuer,
  audience,
  catalog,
  records,
  now: () => noon * 1000,
}

/** A gate that has loaded nothing yet. */
export function empty(changes: Partial<GateOptions<Records>> = {}): Gate {
  return createGate({ ...options, ...changes })
}

/** A gate that has loaded `token`. */
export async function loaded(
  token: string | Promise<string> = sign(),
  changes: Partial<GateOptions<Records>> = {},
): Promise<Gate> {
  const gate = empty(changes)
  await gate.load(await token)
  return gate
}

/** Ends this turn of the event loop, and all that waits for its end. */
export const nextTurn = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/** A clock that stands still until it is set, in seconds. */
export class Clock {
  time = noon
  readonly now: () => number = () => this.time * 1000
}
