// What every group of cases is made of: the keys, the good token, and tokens that differ from it.
import { createHash, createPrivateKey, createPublicKey, sign as nodeSign } from 'node:crypto'
import { es256Key } from './p256.mjs'

export const ISSUER = 'https://app.example'
export const AUDIENCE = 'chat-web'
export const SUBJECT = 'u42'
export const ISSUED = 1_790_000_000
export const LIFETIME = 3600
export const EXPIRES = ISSUED + LIFETIME
export const LEEWAY = 60
/** In milliseconds: a minute after the good token was issued. */
export const NOW = (ISSUED + 60) * 1000

export const b64 = bytes => Buffer.from(bytes).toString('base64url')
export const sha256 = bytes => createHash('sha256').update(bytes).digest()

/** An Ed25519 key pair from a name. Its seed is the SHA-256 of the name, so it protects nothing. */
export function namedKey(name) {
  const seed = sha256(`role snapshot corpus: ${name}`)
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const key = createPublicKey(secret)
  const { x } = key.export({ format: 'jwk' })
  return {
    seed,
    x,
    bytes: Buffer.from(x, 'base64url'),
    pem: key.export({ format: 'pem', type: 'spki' }),
    der: key.export({ format: 'der', type: 'spki' }),
    sign: message => nodeSign(null, Buffer.from(message), secret),
  }
}

/** An Ed448 key pair from a name. */
export function ed448Key(name) {
  const seed = createHash('shake256', { outputLength: 57 })
    .update(`role snapshot corpus: ${name}`)
    .digest()
  const der = Buffer.concat([Buffer.from('3047020100300506032b6571043b0439', 'hex'), seed])
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(secret).export({ format: 'jwk' })
  return { x, sign: message => nodeSign(null, Buffer.from(message), secret) }
}

export const KEY = namedKey('trusted')
export const OTHER = namedKey('trusted too')
export const ATTACKER = namedKey('attacker')
export const EC = es256Key('trusted by others')

export const KID = 'test-1'
export const OTHER_KID = 'test-2'
export const EC_KID = 'test-ec'

export const jwk = (key, kid, more = {}) => ({ kty: 'OKP', crv: 'Ed25519', kid, x: key.x, ...more })
const signing = { alg: 'EdDSA', use: 'sig' }
export const TRUSTED = jwk(KEY, KID, signing)
export const TRUSTED_TOO = jwk(OTHER, OTHER_KID, signing)
export const EC_JWK = { ...EC.jwk, kid: EC_KID, alg: 'ES256', use: 'sig' }

export const set = (...keys) => JSON.stringify({ keys })

/** The key sets that cases name. */
export const KEY_SETS = {
  main: set(TRUSTED, TRUSTED_TOO, EC_JWK),
  'no-alg': set(jwk(KEY, KID), jwk(OTHER, OTHER_KID), { ...EC.jwk, kid: EC_KID }),
  'alg-ed25519': set(jwk(KEY, KID, { alg: 'Ed25519' })),
  rotated: set(TRUSTED_TOO),
}

const label = en => ({ en })
/** A catalog that stays as it is when the products' catalogs change. */
export const CATALOG = `${JSON.stringify(
  {
    format: 1,
    id: 'corpus',
    label: label('Corpus'),
    entitlements: [{ id: 'prime', label: label('Prime') }],
    areas: [
      {
        id: 'reports',
        label: label('Reports'),
        permissions: [
          { id: 'reports.view', label: label('View reports'), values: 'switch' },
          { id: 'reports.export', label: label('Export reports'), values: 'switch' },
          {
            id: 'reports.share',
            label: label('Share reports'),
            values: 'switch',
            needs: ['prime'],
          },
        ],
      },
    ],
    roles: [
      { id: 'viewer', label: label('Viewer'), values: { 'reports.view': 'on' } },
      {
        id: 'admin',
        label: label('Admin'),
        values: { 'reports.view': 'on', 'reports.export': 'on', 'reports.share': 'on' },
        unlocked: { 'reports.export': ['off'] },
      },
    ],
  },
  null,
  2,
)}\n`

export const HEADER = { alg: 'EdDSA', typ: 'role-snapshot+jwt', kid: KID }

export const CLAIMS = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: SUBJECT,
  fmt: 1,
  seq: 17,
  iat: ISSUED,
  nbf: ISSUED,
  exp: EXPIRES,
  refresh_after: ISSUED + LIFETIME / 2,
  catalog: { id: 'corpus', sha256: b64(sha256(CATALOG)) },
  entitlements: [],
  memberships: [{ workspace: 'w1', roles: ['viewer'] }],
}

/** What a forger would like to hold. */
export const ADMIN = { memberships: [{ workspace: 'w1', roles: ['admin'] }] }

const replace = (object, changes) =>
  Object.fromEntries(
    Object.entries({ ...object, ...changes }).filter(([, value]) => value !== undefined),
  )

/** The good claims with these changes; `undefined` removes a claim. */
export const claims = changes => replace(CLAIMS, changes)
export const header = changes => replace(HEADER, changes)

/** Bytes as they are, text as UTF-8, anything else as JSON. */
export const bytesOf = what =>
  Buffer.isBuffer(what) ? what : Buffer.from(typeof what === 'string' ? what : JSON.stringify(what))

/** Three segments, whatever they hold; `sign` is given what the first two make. */
export function token({ head = HEADER, payload = CLAIMS, sign = KEY.sign } = {}) {
  const signed = `${b64(bytesOf(head))}.${b64(bytesOf(payload))}`
  return `${signed}.${b64(sign(signed))}`
}

export const GOOD = token()

/** The good token under another header. */
export const under = changes => token({ head: header(changes) })
/** The good header over other claims. */
export const saying = changes => token({ payload: claims(changes) })

/** The good token's segments, for taking apart. */
export const [HEAD, PAYLOAD, SIGNATURE] = GOOD.split('.')
export const SIGNED = `${HEAD}.${PAYLOAD}`

/** Segments as text, signed as they stand. */
export const signedText = (signed, key = KEY) => `${signed}.${b64(key.sign(signed))}`

/** The good claims or header as text, for breaking the JSON. */
export const CLAIMS_TEXT = JSON.stringify(CLAIMS)
export const HEADER_TEXT = JSON.stringify(HEADER)

/** `text` with `more` put in before its last brace. */
export const append = (text, more) => `${text.slice(0, -1)},${more}}`

/**
 * A list of cases under one number of the list in README.md.
 *
 * `refuse(name, code, token, more)` and `accept(name, token, more)` add one; `more` holds what
 * differs from the usual: `keys`, `now`, `expectations`.
 */
export function group(letter, title) {
  const cases = []
  let line = 0
  const add = (name, rest) => cases.push({ name, line, ...rest })
  return {
    cases,
    letter,
    title,
    line(number) {
      line = number
    },
    refuse: (name, code, token, more = {}) => add(name, { token, ...more, refuse: code }),
    accept: (name, token, more = {}) => add(name, { token, ...more, allow: 'reports.view' }),
    steps: (name, steps, more = {}) => add(name, { ...more, steps }),
    add,
  }
}
