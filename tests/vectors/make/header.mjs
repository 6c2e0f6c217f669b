// C. The header's JSON, D. `alg`, E. the header's other members.
import { createHash, createHmac } from 'node:crypto'
import { signPrehashed, signWithContext } from './edwards.mjs'
import { kind, spoilt } from './syntax.mjs'
import * as t from './tokens.mjs'

const MALFORMED = 'ERR_TOKEN_MALFORMED'
const ALG = 'ERR_ALG_NOT_ALLOWED'
const CRIT = 'ERR_CRIT_NOT_SUPPORTED'
const TYP = 'ERR_TYP_NOT_ALLOWED'
const KEY_UNKNOWN = 'ERR_KEY_UNKNOWN'
const TOO_LARGE = 'ERR_TOKEN_TOO_LARGE'

const FIRST = {
  syntax: 43,
  bom: 44,
  control: 45,
  number: 46,
  escape: 47,
  surrogate: 48,
  encoding: 49,
  blank: 50,
}

export function headerJson() {
  const g = t.group('C', 'the header’s JSON')
  const malformed = (name, head) => g.refuse(name, MALFORMED, t.token({ head: Buffer.from(head) }))

  g.line(41)
  malformed('header-array', '[]')
  malformed('header-array-of-one', `[${t.HEADER_TEXT}]`)
  malformed('header-array-of-values', '["EdDSA","role-snapshot+jwt","test-1"]')
  malformed('header-string', '"EdDSA"')
  malformed('header-number', '1')
  malformed('header-null', 'null')
  malformed('header-true', 'true')
  malformed('header-blank', ' ')
  g.line(42)
  g.refuse('header-empty-object', ALG, t.token({ head: {} }))
  // What the header says about its key stands before the doubtful text, so only the text is wrong.
  for (const [what, bytes] of spoilt(t.HEADER_TEXT, 'x')) {
    g.line(FIRST[kind(what)])
    malformed(`header-${what}`, bytes)
  }
  g.line(51)
  const twice = more => t.append(t.HEADER_TEXT, more)
  malformed('header-alg-twice', twice('"alg":"EdDSA"'))
  malformed('header-alg-twice-none-last', twice('"alg":"none"'))
  malformed('header-alg-twice-none-first', `{"alg":"none",${t.HEADER_TEXT.slice(1)}`)
  malformed('header-alg-twice-escaped', twice('"\\u0061lg":"none"'))
  malformed('header-kid-twice', twice('"kid":"test-2"'))
  malformed('header-typ-twice', twice('"typ":"JWT"'))
  malformed('header-crit-twice', twice('"crit":[],"crit":[]'))
  malformed('header-unknown-twice', twice('"x":1,"x":1'))
  malformed('header-nested-twice', twice('"x":{"y":1,"y":1}'))
  g.line(52)
  g.refuse('header-under-proto', CRIT, t.token({ head: `{"__proto__":${t.HEADER_TEXT}}` }))
  g.refuse(
    'header-under-constructor',
    CRIT,
    t.token({ head: `{"constructor":{"prototype":${t.HEADER_TEXT}}}` }),
  )
  g.line(53)
  const nested = (times, open, close) =>
    t.append(t.HEADER_TEXT, `"x":${open.repeat(times)}1${close.repeat(times)}`)
  malformed('header-nested-arrays-33', nested(33, '[', ']'))
  malformed('header-nested-objects-33', nested(33, '{"x":', '}'))
  malformed('header-nested-arrays-1400', nested(1400, '[', ']'))
  malformed('header-brackets-unclosed', '['.repeat(3000))
  malformed('header-braces-unclosed', '{"x":'.repeat(500))
  g.refuse('header-nested-arrays-5000', TOO_LARGE, t.token({ head: nested(5000, '[', ']') }))
  g.refuse('header-brackets-unclosed-5000', TOO_LARGE, t.token({ head: '['.repeat(5000) }))
  g.line(54)
  g.accept(
    'header-white-space',
    t.token({ head: `\n\t{ "alg" : "EdDSA" ,\r\n "typ":"role-snapshot+jwt", "kid":"test-1" }\n ` }),
  )
  g.accept(
    'header-other-order',
    t.token({ head: '{"kid":"test-1","typ":"role-snapshot+jwt","alg":"EdDSA"}' }),
  )
  g.accept(
    'header-escaped-names-and-values',
    t.token({
      head: '{"\\u0061lg":"\\u0045dDSA","typ":"role-snapshot\\u002bjwt","kid":"test\\u002d1"}',
    }),
  )
  return g
}

export function alg() {
  const g = t.group('D', '`alg`')
  const alg = (name, token, more) => g.refuse(name, ALG, token, more)
  const saying = value => t.under({ alg: value })

  g.line(55)
  const spellings = ['none', 'None', 'NONE', 'nOnE', 'none ', ' none', 'non\u0435', 'no\u0000ne']
  for (const [n, spelling] of spellings.entries()) {
    const signed = saying(spelling).split('.').slice(0, 2).join('.')
    const name = n === 0 ? 'alg-none' : `alg-none-spelling-${n + 1}`
    alg(`${name}`, saying(spelling))
    alg(`${name}-junk-signature`, `${signed}.AAAA`)
    // An empty segment is no signature, whatever the header says.
    g.refuse(`${name}-empty-signature`, MALFORMED, `${signed}.`)
  }
  g.refuse('alg-none-two-segments', MALFORMED, saying('none').split('.').slice(0, 2).join('.'))
  g.line(56)
  const { alg: _, ...without } = t.HEADER
  alg('alg-missing', t.token({ head: without }))
  alg('alg-null', saying(null))
  alg('alg-number', saying(1))
  alg('alg-negative-number', saying(-8))
  alg('alg-true', saying(true))
  alg('alg-array', saying(['EdDSA']))
  alg('alg-array-empty', saying([]))
  alg('alg-object', saying({ name: 'EdDSA' }))
  alg('alg-empty', saying(''))
  g.line(57)
  const misspelt = {
    'lower-case': 'eddsa',
    'upper-case': 'EDDSA',
    'other-case': 'EdDsa',
    'lower-case-ed25519': 'ed25519',
    'space-last': 'EdDSA ',
    'space-first': ' EdDSA',
    'newline-last': 'EdDSA\n',
    'nul-last': 'EdDSA\0',
    'zero-width': 'Ed\u200bDSA',
    'look-alike': '\u0415dDSA',
    'full-width': '\uff25dDSA',
    'combining-mark': 'EdDSA\u0301',
    prefix: 'EdDS',
    longer: 'EdDSA2',
    two: 'EdDSA,Ed25519',
  }
  for (const [what, value] of Object.entries(misspelt)) alg(`alg-${what}`, saying(value))
  g.line(58)
  const others = [
    'HS256',
    'HS384',
    'HS512',
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES384',
    'ES512',
    'ES256K',
    'ESP256',
    'ESB256',
    'RS1',
    'dir',
    'RSA1_5',
    'RSA-OAEP',
    'RSA-OAEP-256',
    'A128KW',
    'A256GCMKW',
    'ECDH-ES',
    'PBES2-HS256+A128KW',
    'A256GCM',
    'ML-DSA-44',
    'ML-DSA-65',
    'SLH-DSA-SHA2-128s',
    'BLAKE2B',
  ]
  for (const other of others)
    alg(`alg-is-${other.toLowerCase().replaceAll('+', '-')}`, saying(other))
  g.line(59)
  const hs256 = (secret, hash = 'sha256', name = 'HS256') =>
    t.token({
      head: t.header({ alg: name }),
      payload: t.claims(t.ADMIN),
      sign: signed => createHmac(hash, secret).update(signed).digest(),
    })
  const secrets = {
    'key-bytes': t.KEY.bytes,
    'key-x': t.KEY.x,
    'key-hex': t.KEY.bytes.toString('hex'),
    jwk: JSON.stringify(t.TRUSTED),
    jwks: t.KEY_SETS.main,
    pem: t.KEY.pem,
    'pem-without-newline': t.KEY.pem.trim(),
    der: t.KEY.der,
    kid: t.KID,
    'empty-string': '',
    'word-undefined': 'undefined',
  }
  for (const [what, secret] of Object.entries(secrets))
    alg(`confusion-hs256-with-${what}`, hs256(secret))
  alg('confusion-hs384-with-key-bytes', hs256(t.KEY.bytes, 'sha384', 'HS384'))
  alg('confusion-hs512-with-key-bytes', hs256(t.KEY.bytes, 'sha512', 'HS512'))
  g.refuse(
    'confusion-hmac-under-eddsa',
    'ERR_SIGNATURE_INVALID',
    t.token({ sign: signed => createHmac('sha512', t.KEY.bytes).update(signed).digest() }),
  )
  g.refuse(
    'confusion-sha512-under-eddsa',
    'ERR_SIGNATURE_INVALID',
    t.token({ sign: signed => createHash('sha512').update(signed).digest() }),
  )
  g.line(60)
  const es256 = kid => t.token({ head: t.header({ alg: 'ES256', kid }), sign: t.EC.sign })
  alg('es256-genuine', es256(t.EC_KID))
  alg('es256-under-ed25519-kid', es256(t.KID))
  g.refuse('eddsa-under-es256-kid', KEY_UNKNOWN, t.under({ kid: t.EC_KID }))
  g.refuse('es256-signature-under-eddsa', 'ERR_SIGNATURE_INVALID', t.token({ sign: t.EC.sign }))
  g.line(61)
  const unpinned = { keys: 'no-alg' }
  alg('unpinned-es256-genuine', es256(t.EC_KID), unpinned)
  alg('unpinned-es256-under-ed25519-kid', es256(t.KID), unpinned)
  alg('unpinned-hs256-with-key-bytes', hs256(t.KEY.bytes), unpinned)
  alg('unpinned-none', saying('none'), unpinned)
  g.refuse('unpinned-eddsa-under-es256-kid', KEY_UNKNOWN, t.under({ kid: t.EC_KID }), unpinned)
  g.accept('unpinned-eddsa', t.GOOD, unpinned)
  g.accept('unpinned-ed25519', saying('Ed25519'), unpinned)
  g.line(62)
  alg('pinned-to-eddsa-says-ed25519', saying('Ed25519'))
  alg('pinned-to-ed25519-says-eddsa', t.GOOD, { keys: 'alg-ed25519' })
  g.accept('pinned-to-ed25519', saying('Ed25519'), { keys: 'alg-ed25519' })
  g.accept('pinned-to-eddsa', t.GOOD)
  g.line(63)
  const seeded = sign => t.token({ sign: signed => sign(t.KEY.seed, Buffer.from(signed)) })
  g.refuse('ed25519ph', 'ERR_SIGNATURE_INVALID', seeded(signPrehashed))
  alg('ed25519ph-named', t.under({ alg: 'Ed25519ph' }))
  g.line(64)
  const ed448 = t.ed448Key('trusted by others')
  const as448 = alg => t.token({ head: t.header({ alg }), sign: ed448.sign })
  alg('ed448', as448('Ed448'))
  alg('x25519', saying('X25519'))
  alg('x448', saying('X448'))
  alg('ed25519ctx', saying('Ed25519ctx'))
  g.refuse('ed448-signature-under-eddsa', 'ERR_SIGNATURE_INVALID', as448('EdDSA'))
  g.refuse(
    'ed25519ctx-signature-under-eddsa',
    'ERR_SIGNATURE_INVALID',
    seeded((seed, signed) => signWithContext(seed, signed, 'role-snapshot')),
  )
  g.refuse(
    'ed25519ctx-empty-context',
    'ERR_SIGNATURE_INVALID',
    seeded((seed, signed) => signWithContext(seed, signed, '')),
  )
  return g
}

export function members() {
  const g = t.group('E', 'the header’s other members')
  const crit = (name, changes) => g.refuse(name, CRIT, t.under(changes))

  g.line(65)
  crit('crit-unknown', { crit: ['x'], x: 1 })
  crit('crit-absent-member', { crit: ['x'] })
  crit('crit-empty', { crit: [] })
  crit('crit-string', { crit: 'alg' })
  crit('crit-null', { crit: null })
  crit('crit-number', { crit: 1 })
  crit('crit-false', { crit: false })
  crit('crit-object', { crit: { alg: true } })
  crit('crit-of-numbers', { crit: [1] })
  crit('crit-of-null', { crit: [null] })
  crit('crit-repeated-name', { crit: ['x', 'x'], x: 1 })
  crit('crit-names-alg', { crit: ['alg'] })
  crit('crit-names-kid', { crit: ['kid'] })
  crit('crit-names-b64', { crit: ['b64'], b64: true })
  crit('crit-names-exp', { crit: ['exp'], exp: t.EXPIRES })
  crit('crit-names-itself', { crit: ['crit'] })
  crit('crit-names-empty', { crit: [''] })
  crit('crit-names-proto', { crit: ['__proto__'] })
  crit('crit-upper-case', { CRIT: ['x'] })
  g.refuse(
    'crit-first-in-header',
    CRIT,
    t.token({ head: `{"crit":["x"],${t.HEADER_TEXT.slice(1)}` }),
  )
  g.line(66)
  crit('b64-false', { b64: false })
  crit('b64-false-critical', { b64: false, crit: ['b64'] })
  crit('b64-true', { b64: true })
  const unencoded = t.b64(JSON.stringify(t.header({ b64: false, crit: ['b64'] })))
  const raw = t.CLAIMS_TEXT.replaceAll('.', '')
  g.refuse('b64-false-payload-as-text', CRIT, t.signedText(`${unencoded}.${raw}`))
  g.refuse(
    'b64-false-signed-over-text',
    CRIT,
    `${unencoded}.${t.PAYLOAD}.${t.b64(t.KEY.sign(`${unencoded}.${t.CLAIMS_TEXT}`))}`,
  )
  g.line(67)
  const mine = (name, changes) =>
    g.refuse(
      name,
      CRIT,
      t.token({ head: t.header(changes), payload: t.claims(t.ADMIN), sign: t.ATTACKER.sign }),
    )
  mine('jwk-own-kid', { kid: 'evil', jwk: t.jwk(t.ATTACKER, 'evil') })
  mine('jwk-trusted-kid', { jwk: t.jwk(t.ATTACKER, t.KID) })
  mine('jwk-without-kid', { kid: undefined, jwk: t.jwk(t.ATTACKER) })
  mine('jwk-symmetric', { alg: 'HS256', jwk: { kty: 'oct', k: 'c2VjcmV0' } })
  mine('jwk-private', { jwk: { ...t.jwk(t.ATTACKER, t.KID), d: t.b64(t.ATTACKER.seed) } })
  mine('jwk-list', { jwk: [t.jwk(t.ATTACKER, t.KID)] })
  mine('jwks-in-header', { keys: [t.jwk(t.ATTACKER, t.KID)] })
  g.line(68)
  const data = `data:application/json;base64,${Buffer.from(t.set(t.jwk(t.ATTACKER, t.KID))).toString('base64')}`
  mine('jku', { jku: 'https://evil.example/jwks.json' })
  mine('jku-trusted-host', { jku: 'https://app.example/jwks.json' })
  mine('jku-user-info', { jku: 'https://app.example@evil.example/jwks.json' })
  mine('jku-data', { jku: data })
  mine('jku-file', { jku: 'file:///etc/passwd' })
  mine('x5u', { x5u: 'https://evil.example/chain.pem' })
  mine('x5c', { x5c: ['MIIBAA=='] })
  mine('x5t', { x5t: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA' })
  mine('x5t-sha256', { 'x5t#S256': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })
  mine('url', { url: 'https://evil.example/' })
  g.line(69)
  crit('jwk-on-a-genuine-token', { jwk: t.jwk(t.KEY, t.KID) })
  crit('jku-on-a-genuine-token', { jku: 'https://app.example/jwks.json' })
  crit('x5c-on-a-genuine-token', { x5c: [] })
  crit('x5t-on-a-genuine-token', { x5t: '' })
  crit('jwk-null-on-a-genuine-token', { jwk: null })
  g.line(70)
  crit('zip', { zip: 'DEF' })
  crit('enc', { enc: 'A256GCM' })
  crit('cty', { cty: 'JWT' })
  crit('epk', { epk: t.jwk(t.KEY) })
  crit('p2c', { p2c: 2_147_483_647, p2s: 'c2FsdA' })
  crit('nonce', { nonce: '1' })
  crit('claim-in-header', { iss: t.ISSUER })
  crit('unknown-member', { x: 1 })
  crit('alg-in-upper-case-too', { ALG: 'none' })
  crit('proto-member', { ['__proto__']: { alg: 'none' } })
  g.line(71)
  const typ = (name, value) => g.refuse(name, TYP, t.under({ typ: value }))
  typ('typ-missing', undefined)
  const types = {
    jwt: 'JWT',
    'access-token': 'at+jwt',
    'logout-token': 'logout+jwt',
    jose: 'JOSE',
    null: null,
    number: 1,
    array: ['role-snapshot+jwt'],
    object: {},
    empty: '',
    prefix: 'role-snapshot',
    suffix: 'role-snapshot+jwt2',
    'media-type': 'application/role-snapshot+jwt',
    parameter: 'role-snapshot+jwt; v=1',
    'space-last': 'role-snapshot+jwt ',
    'upper-case': 'ROLE-SNAPSHOT+JWT',
    'no-break-hyphen': 'role\u2011snapshot+jwt',
    'nul-last': 'role-snapshot+jwt\0',
  }
  for (const [what, value] of Object.entries(types)) typ(`typ-${what}`, value)
  g.line(72)
  const unknown = (name, kid) => g.refuse(name, KEY_UNKNOWN, t.under({ kid }))
  unknown('kid-missing', undefined)
  g.line(73)
  unknown('kid-null', null)
  unknown('kid-number', 0)
  unknown('kid-true', true)
  unknown('kid-array', [t.KID])
  unknown('kid-object', { toString: t.KID })
  unknown('kid-empty', '')
  g.line(74)
  const kids = {
    unknown: 'test-3',
    traversal: '../../../../dev/null',
    'traversal-to-ours': './test-1',
    sql: "' UNION SELECT 'key' --",
    shell: '$(id)',
    url: 'https://app.example/jwks.json#test-1',
    proto: '__proto__',
    constructor: 'constructor',
    'to-string': 'toString',
    'has-own': 'hasOwnProperty',
    index: '0',
    'nul-last': 'test-1\0',
    'nul-and-more': 'test-1\0.pem',
    'space-last': 'test-1 ',
    'space-first': ' test-1',
    'upper-case': 'TEST-1',
    cyrillic: 't\u0435st-1',
    'zero-width': 'test\u200b-1',
    wildcard: '*',
    'regular-expression': 'test-.',
    prefix: 'test-',
    longer: 'test-11',
    'newline-last': 'test-1\n',
    html: '<b>test-1</b>',
    thumbprint: t.b64(t.sha256(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: t.KEY.x }))),
    'key-itself': t.KEY.x,
    'word-null': 'null',
    'word-undefined': 'undefined',
  }
  for (const [what, kid] of Object.entries(kids)) unknown(`kid-${what}`, kid)
  g.refuse('kid-retired', KEY_UNKNOWN, t.GOOD, { keys: 'rotated' })
  g.accept(
    'kid-of-the-second-key',
    t.token({ head: t.header({ kid: t.OTHER_KID }), sign: t.OTHER.sign }),
  )
  g.accept(
    'kid-of-the-key-that-stayed',
    t.token({ head: t.header({ kid: t.OTHER_KID }), sign: t.OTHER.sign }),
    { keys: 'rotated' },
  )
  g.line(75)
  unknown('kid-of-257-bytes', 'k'.repeat(257))
  unknown('kid-of-2000-bytes', 'Secret-Kid-'.repeat(180))
  g.refuse('kid-of-20000-bytes', TOO_LARGE, t.under({ kid: 'Secret-Kid-'.repeat(1800) }))
  const longest = 'k'.repeat(256)
  g.accept('kid-of-256-bytes', t.under({ kid: longest }), {
    keys: { text: t.set(t.jwk(t.KEY, longest)) },
  })
  return g
}
