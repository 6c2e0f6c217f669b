// J. Key sets.
import { spoilt } from './syntax.mjs'
import * as t from './tokens.mjs'

const KEYS = 'ERR_KEYS_INVALID'
const { GOOD, TRUSTED, TRUSTED_TOO, EC_JWK, set } = t

export function keySets() {
  const g = t.group('J', 'key sets')
  const text = value => ({ keys: { text: value } })
  const refuse = (name, value) => g.refuse(name, KEYS, GOOD, text(value))
  const accept = (name, value) => g.accept(name, GOOD, text(value))
  const main = t.KEY_SETS.main
  const changed = (name, changes) =>
    refuse(
      name,
      set(
        Object.fromEntries(
          Object.entries({ ...TRUSTED, ...changes }).filter(([, value]) => value !== undefined),
        ),
      ),
    )

  g.line(123)
  refuse('keys-nothing', '')
  refuse('keys-list-empty', '{"keys":[]}')
  refuse('keys-object-empty', '{}')
  refuse('keys-null', '{"keys":null}')
  refuse('keys-object', `{"keys":{"test-1":${JSON.stringify(TRUSTED)}}}`)
  refuse('keys-string', '{"keys":"test-1"}')
  refuse('keys-number', '{"keys":1}')
  refuse('keys-bare-array', JSON.stringify([TRUSTED]))
  refuse('keys-bare-jwk', JSON.stringify(TRUSTED))
  refuse('keys-word-null', 'null')
  refuse('keys-html', '<!DOCTYPE html><title>404</title>')
  refuse('keys-pem', t.KEY.pem)
  refuse('keys-encoded', t.b64(main))
  refuse('keys-token', GOOD)
  refuse('keys-upper-case-member', JSON.stringify({ KEYS: [TRUSTED] }))
  refuse('keys-of-other-types-only', set(EC_JWK))
  for (const [what, bytes] of spoilt(JSON.stringify({ keys: [TRUSTED] }), 'x'))
    refuse(`keys-${what}`, bytes)
  g.line(124)
  refuse(
    'keys-twice',
    `{"keys":${JSON.stringify([TRUSTED])},"keys":${JSON.stringify([t.jwk(t.ATTACKER, t.KID)])}}`,
  )
  refuse(
    'keys-twice-same',
    `{"keys":${JSON.stringify([TRUSTED])},"keys":${JSON.stringify([TRUSTED])}}`,
  )
  refuse('keys-twice-escaped', `{"keys":${JSON.stringify([TRUSTED])},"k\\u0065ys":[]}`)
  const within = more => set('#').replace('"#"', t.append(JSON.stringify(TRUSTED), more))
  refuse('x-twice', within(`"x":"${t.ATTACKER.x}"`))
  refuse('kid-member-twice', within('"kid":"test-9"'))
  refuse('unknown-key-member-twice', within('"note":1,"note":2'))
  refuse(
    'member-twice-in-a-passed-over-key',
    set(TRUSTED, '#').replace('"#"', '{"kty":"RSA","n":"AQAB","n":"AQAC","e":"AQAB"}'),
  )
  g.line(125)
  refuse('kid-repeated', set(TRUSTED, t.jwk(t.ATTACKER, t.KID)))
  refuse('kid-repeated-same-key', set(TRUSTED, TRUSTED))
  refuse('kid-repeated-first-is-another', set(t.jwk(t.ATTACKER, t.KID), TRUSTED))
  refuse('kid-repeated-on-another-type', set(TRUSTED, { ...EC_JWK, kid: t.KID }))
  refuse(
    'kid-repeated-on-another-curve',
    set(TRUSTED, { kty: 'OKP', crv: 'X25519', x: t.KEY.x, kid: t.KID }),
  )
  refuse('kid-repeated-elsewhere', set(TRUSTED, TRUSTED_TOO, { ...TRUSTED, kid: t.OTHER_KID }))
  g.line(126)
  refuse('private-key', set({ ...TRUSTED, d: t.b64(t.KEY.seed) }))
  refuse(
    'private-key-beside',
    set(TRUSTED, { ...t.jwk(t.ATTACKER, 'x'), d: t.b64(t.ATTACKER.seed) }),
  )
  refuse('private-key-empty', set({ ...TRUSTED, d: '' }))
  refuse('private-key-null', set({ ...TRUSTED, d: null }))
  refuse('private-ec-key-beside', set(TRUSTED, { ...EC_JWK, d: t.b64(t.sha256('d')) }))
  refuse(
    'private-rsa-key-beside',
    set(TRUSTED, { kty: 'RSA', kid: 'r', n: 'AQAB', e: 'AQAB', d: 'AQAB' }),
  )
  refuse('symmetric-key-beside', set(TRUSTED, { kty: 'oct', kid: 's', k: 'c2VjcmV0' }))
  refuse('symmetric-key-without-k', set(TRUSTED, { kty: 'oct', kid: 's' }))
  refuse('symmetric-member-on-our-key', set({ ...TRUSTED, k: 'c2VjcmV0' }))
  refuse(
    'private-ml-dsa-key-beside',
    set(TRUSTED, { kty: 'AKP', alg: 'ML-DSA-44', kid: 'm', pub: 'AAAA', priv: 'AAAA' }),
  )
  g.line(127)
  changed('kty-missing', { kty: undefined })
  changed('kty-lower-case', { kty: 'okp' })
  changed('kty-ec', { kty: 'EC' })
  changed('kty-oct', { kty: 'oct' })
  changed('kty-empty', { kty: '' })
  changed('crv-missing', { crv: undefined })
  changed('crv-lower-case', { crv: 'ed25519' })
  changed('crv-ed448', { crv: 'Ed448' })
  changed('crv-x25519', { crv: 'X25519' })
  changed('crv-empty', { crv: '' })
  changed('x-missing', { x: undefined })
  changed('x-empty', { x: '' })
  changed('x-of-31-bytes', { x: t.b64(t.KEY.bytes.subarray(0, 31)) })
  changed('x-of-33-bytes', { x: t.b64(Buffer.concat([t.KEY.bytes, Buffer.alloc(1)])) })
  changed('x-in-hex', { x: t.KEY.bytes.toString('hex') })
  changed('x-padded', { x: `${t.KEY.x}=` })
  changed('x-in-standard-alphabet', { x: keyInStandardAlphabet() })
  changed('x-with-space', { x: ` ${t.KEY.x}` })
  changed('x-with-loose-bits', { x: loose(t.KEY.x) })
  changed('x-of-der', { x: t.b64(t.KEY.der) })
  changed('x-with-point-prefix', { x: t.b64(Buffer.concat([Buffer.from([0x40]), t.KEY.bytes])) })
  changed('use-encryption', { use: 'enc' })
  changed('use-upper-case', { use: 'SIG' })
  changed('use-empty', { use: '' })
  changed('key-ops-sign', { key_ops: ['sign'] })
  changed('key-ops-sign-and-verify', { key_ops: ['sign', 'verify'] })
  changed('key-ops-repeated', { key_ops: ['verify', 'verify'] })
  changed('key-ops-empty', { key_ops: [] })
  changed('key-ops-string', { key_ops: 'verify' })
  changed('key-ops-upper-case', { key_ops: ['VERIFY'] })
  changed('alg-of-key-es256', { alg: 'ES256' })
  changed('alg-of-key-none', { alg: 'none' })
  changed('alg-of-key-ecdh', { alg: 'ECDH-ES' })
  changed('alg-of-key-lower-case', { alg: 'eddsa' })
  changed('alg-of-key-empty', { alg: '' })
  changed('kid-of-key-missing', { kid: undefined })
  changed('kid-of-key-empty', { kid: '' })
  changed('kid-of-key-of-257-bytes', { kid: 'k'.repeat(257) })
  refuse('unusable-key-beside', set(TRUSTED, { ...TRUSTED_TOO, x: 'AAAA' }))
  refuse('key-without-kid-beside', set(TRUSTED, { ...TRUSTED_TOO, kid: undefined }))
  g.line(128)
  // y = 2 is the first that no x fits.
  const y = n => t.b64(Buffer.concat([Buffer.from([n]), Buffer.alloc(31)]))
  changed('x-off-the-curve', { x: y(2) })
  changed('x-zero', { x: y(0) })
  changed('x-one', { x: y(1) })
  changed('x-all-ones', { x: t.b64(Buffer.alloc(32, 0xff)) })
  changed('x-beyond-the-field', {
    x: t.b64(Buffer.concat([Buffer.from([0xf0]), Buffer.alloc(30, 0xff), Buffer.from([0x7f])])),
  })
  g.line(129)
  for (const member of ['kty', 'crv', 'x', 'kid', 'use', 'alg', 'key_ops']) {
    const name = member.replace('_', '-')
    changed(`${name}-member-null`, { [member]: null })
    changed(`${name}-member-number`, { [member]: 1 })
    if (member !== 'key_ops') changed(`${name}-member-array`, { [member]: [TRUSTED[member]] })
  }
  changed('key-ops-of-null', { key_ops: [null] })
  refuse('key-null', '{"keys":[null]}')
  refuse('key-null-beside', set(TRUSTED, null))
  refuse('key-string', set(t.KEY.x))
  refuse('key-array', set([TRUSTED]))
  g.line(130)
  const others = count =>
    Array.from({ length: count }, (_, n) => ({ kty: 'RSA', kid: `r${n}`, n: 'AQAB', e: 'AQAB' }))
  refuse('keys-33', set(TRUSTED, ...others(32)))
  refuse('keys-10000', set(TRUSTED, ...Array.from({ length: 10_000 }, () => 0)))
  g.refuse(
    'keys-of-65537-bytes',
    KEYS,
    GOOD,
    text([set(TRUSTED), { repeat: ' ', times: 65_537 - set(TRUSTED).length }]),
  )
  g.line(131)
  g.refuse(
    'keys-nested-20000',
    KEYS,
    GOOD,
    text(['{"keys":', { repeat: '[', times: 20_000 }, { repeat: ']', times: 20_000 }, '}']),
  )
  g.refuse(
    'keys-nested-33',
    KEYS,
    GOOD,
    text(`{"keys":${JSON.stringify([TRUSTED])},"x":${'['.repeat(32)}${']'.repeat(32)}}`),
  )
  g.refuse('keys-brackets-unclosed', KEYS, GOOD, text([{ repeat: '[', times: 60_000 }]))
  g.line(132)
  refuse('keys-under-proto', `{"__proto__":${main}}`)
  refuse('key-under-proto', `{"keys":[{"__proto__":${JSON.stringify(TRUSTED)}}]}`)
  g.line(133)
  accept(
    'other-types-beside',
    set(
      { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
      { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' },
      { kty: 'x' },
      TRUSTED,
    ),
  )
  accept(
    'encryption-key-beside',
    set({ kty: 'OKP', crv: 'X25519', x: t.KEY.x, use: 'enc' }, TRUSTED),
  )
  accept(
    'ed448-key-beside',
    set(TRUSTED, { kty: 'OKP', crv: 'Ed448', x: t.ed448Key('x').x, kid: 'e' }),
  )
  accept('keys-32', set(...others(31), TRUSTED))
  accept('keys-of-65536-bytes', [
    set(TRUSTED),
    { repeat: ' ', times: 65_536 - set(TRUSTED).length },
  ])
  accept(
    'keys-nested-32',
    `{"keys":${JSON.stringify([TRUSTED])},"x":${'['.repeat(31)}${']'.repeat(31)}}`,
  )
  accept(
    'key-with-other-members',
    set({ ...TRUSTED, x5t: 'AAAA', iat: 1, exp: 2, note: { a: [1.5] } }),
  )
  accept('set-with-other-members', JSON.stringify({ issuer: t.ISSUER, keys: [TRUSTED] }))
  accept('key-ops-verify', set({ ...TRUSTED, key_ops: ['verify'] }))
  accept('key-without-use-and-alg', set(t.jwk(t.KEY, t.KID)))
  return g
}

/** `text`, 32 bytes in base64url, with one of its two spare bits set. */
function loose(text) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return text.slice(0, -1) + alphabet[alphabet.indexOf(text.at(-1)) | 1]
}

/** A usable point that the standard alphabet spells otherwise. */
function keyInStandardAlphabet() {
  for (let n = 0; ; n++) {
    const { x } = t.namedKey(`spelling ${n}`)
    if (/[-_]/.test(x)) return x.replaceAll('-', '+').replaceAll('_', '/')
  }
}
