// I. Signatures, and the edges of Ed25519.
import { createHash } from 'node:crypto'
import * as e from './edwards.mjs'
import * as t from './tokens.mjs'

const INVALID = 'ERR_SIGNATURE_INVALID'
const KEYS = 'ERR_KEYS_INVALID'

const { HEAD, PAYLOAD, SIGNED, GOOD } = t
const BYTES = Buffer.from(t.SIGNATURE, 'base64url')

/** `text` with one bit of one of its characters' values flipped, still base64url. */
function flip(text, index, bit) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const value = alphabet.indexOf(text[index]) ^ (1 << bit)
  return text.slice(0, index) + alphabet[value] + text.slice(index + 1)
}

export function signatures() {
  const g = t.group('I', 'signatures')
  const invalid = (name, token) => g.refuse(name, INVALID, token)
  const signed = (name, signature) => invalid(name, `${SIGNED}.${t.b64(signature)}`)
  const key = (name, x) =>
    g.refuse(name, KEYS, GOOD, { keys: { text: t.set(t.jwk({ x: t.b64(x) }, t.KID)) } })

  g.line(110)
  const bytes = (index, bit) => {
    const copy = Buffer.from(BYTES)
    copy[index] ^= 1 << bit
    return copy
  }
  signed('flipped-first-bit-of-r', bytes(0, 0))
  signed('flipped-middle-of-r', bytes(16, 4))
  signed('flipped-sign-of-r', bytes(31, 7))
  signed('flipped-first-bit-of-s', bytes(32, 0))
  signed('flipped-middle-of-s', bytes(48, 3))
  signed('flipped-highest-bit-of-s', bytes(63, 7))
  signed('flipped-third-highest-bit-of-s', bytes(63, 5))
  invalid('flipped-in-payload', `${HEAD}.${flip(PAYLOAD, 40, 0)}.${t.SIGNATURE}`)
  invalid(
    'flipped-last-of-payload',
    `${HEAD}.${flip(PAYLOAD, PAYLOAD.length - 1, 5)}.${t.SIGNATURE}`,
  )
  // A flip inside a header's value that the header can bear: `test-1` becomes `test-2`, also trusted.
  invalid(
    'flipped-in-header',
    `${t.b64(t.HEADER_TEXT.replace('test-1', 'test-2'))}.${PAYLOAD}.${t.SIGNATURE}`,
  )
  g.line(111)
  g.refuse('signature-of-0-bytes', 'ERR_TOKEN_MALFORMED', `${SIGNED}.`)
  for (const length of [1, 32, 63, 65, 96, 114, 128]) {
    signed(`signature-of-${length}-bytes`, Buffer.concat([BYTES, BYTES]).subarray(0, length))
  }
  g.line(112)
  signed('signature-of-zeros', Buffer.alloc(64))
  signed('signature-of-ones', Buffer.alloc(64, 0xff))
  signed('signature-halves-swapped', Buffer.concat([BYTES.subarray(32), BYTES.subarray(0, 32)]))
  signed('signature-reversed', Buffer.from(BYTES).reverse())
  signed(
    'signature-r-reversed',
    Buffer.concat([Buffer.from(BYTES.subarray(0, 32)).reverse(), BYTES.subarray(32)]),
  )
  signed('signature-r-is-the-key', Buffer.concat([t.KEY.bytes, BYTES.subarray(32)]))
  signed('signature-s-zero', Buffer.concat([BYTES.subarray(0, 32), Buffer.alloc(32)]))
  g.line(113)
  const s = e.fromLittle(BYTES.subarray(32))
  for (const factor of [1n, 2n, 4n, 8n]) {
    const malleable = s + factor * e.L
    if (malleable < 2n ** 256n)
      signed(
        `malleable-s-plus-${factor}-l`,
        Buffer.concat([BYTES.subarray(0, 32), e.little(malleable)]),
      )
  }
  signed('malleable-minus-s', Buffer.concat([BYTES.subarray(0, 32), e.little(e.L - s)]))
  signed('malleable-s-is-l', Buffer.concat([BYTES.subarray(0, 32), e.little(e.L)]))
  g.line(114)
  invalid('payload-signed-with-other-key', t.token({ sign: t.ATTACKER.sign }))
  invalid(
    'admin-signed-with-other-key',
    t.token({ payload: t.claims(t.ADMIN), sign: t.ATTACKER.sign }),
  )
  invalid(
    'signed-with-the-public-key-as-seed',
    t.token({ sign: text => e.sign(t.KEY.bytes, Buffer.from(text)) }),
  )
  g.line(115)
  invalid('signed-with-another-trusted-key', t.token({ sign: t.OTHER.sign }))
  invalid('another-trusted-kid-named', t.under({ kid: t.OTHER_KID }))
  g.line(116)
  const admin = t.b64(JSON.stringify(t.claims(t.ADMIN)))
  invalid('payload-swapped', `${HEAD}.${admin}.${t.SIGNATURE}`)
  invalid(
    'payload-of-another-token',
    `${HEAD}.${t.saying({ sub: 'u43' }).split('.')[1]}.${t.SIGNATURE}`,
  )
  invalid(
    'header-swapped',
    `${t.b64('{"kid":"test-1","typ":"role-snapshot+jwt","alg":"EdDSA"}')}.${PAYLOAD}.${t.SIGNATURE}`,
  )
  invalid('signature-of-another-token', `${SIGNED}.${t.saying({ seq: 18 }).split('.')[2]}`)
  g.line(117)
  const over = (name, message) =>
    invalid(`signed-${name}`, `${SIGNED}.${t.b64(t.KEY.sign(message))}`)
  over('payload-only', PAYLOAD)
  over('header-only', HEAD)
  over('decoded-payload', t.CLAIMS_TEXT)
  over('decoded-both', `${t.HEADER_TEXT}.${t.CLAIMS_TEXT}`)
  over('without-dot', HEAD + PAYLOAD)
  over('dot-at-the-end', `${SIGNED}.`)
  over('other-order', `${PAYLOAD}.${HEAD}`)
  over('sha256', t.sha256(SIGNED))
  over('sha512', createHash('sha512').update(SIGNED).digest())
  over('sha256-in-hex', t.sha256(SIGNED).toString('hex'))
  over('utf16', Buffer.from(SIGNED, 'utf16le'))
  over('with-nul', `${SIGNED}\0`)
  over('with-padding', `${HEAD}=.${PAYLOAD}=`)
  over('upper-case', SIGNED.toUpperCase())
  over('nothing', '')
  g.line(118)
  for (const { n, canonical, bytes: x } of e.SMALL_ORDER) {
    const spelling = canonical
      ? 'canonical'
      : `spelling-${x.toString('hex', 0, 1)}-${x.toString('hex', 31)}`
    // With A of small order, S = 0 and R = −kA hold over any message; here over this token's.
    g.refuse(`small-order-key-${n}-${spelling}`, KEYS, forgery(x, n), {
      keys: { text: t.set(t.jwk({ x: t.b64(x) }, t.KID)) },
    })
  }
  // 2^255 − 18 is y = 1 written with p added, and 2^255 − 16 is y = 3 so written: a point of large order.
  for (let y = 2n; y < 19n; y++) {
    const x = e.little(y + e.P)
    if (e.decode(x) && !e.SMALL_ORDER.some(small => small.bytes.equals(x)))
      key(`non-canonical-key-of-large-order-${y}`, x)
  }
  g.line(119)
  for (const { n, canonical, bytes: r } of e.SMALL_ORDER) {
    const spelling = canonical
      ? 'canonical'
      : `spelling-${r.toString('hex', 0, 1)}-${r.toString('hex', 31)}`
    invalid(
      `r-of-small-order-${n}-${spelling}`,
      edge({ a: SCALAR, aTorsion: 0, r: 0n, rBytes: r, rTorsion: n }).token,
    )
  }
  const off = Buffer.alloc(32)
  for (off[0] = 2; e.decode(off); off[0]++);
  signed('r-off-the-curve', Buffer.concat([off, BYTES.subarray(32)]))
  signed('r-non-canonical', Buffer.concat([e.little(e.P + 3n), BYTES.subarray(32)]))
  signed('r-beyond-the-field', Buffer.concat([Buffer.alloc(32, 0xff), BYTES.subarray(32)]))
  g.accept(
    'signed-with-plain-arithmetic',
    edge({ a: SCALAR, aTorsion: 0, r: 7n, rTorsion: 0 }).token,
  )
  return g
}

const SCALAR = e.expand(t.KEY.seed).scalar

/**
 * A token signed so that the equation holds when multiplied by the cofactor: A is `a` times the base
 * point plus a point of small order, and so is R. `holds` says whether it holds without it as well.
 */
function edge({ a, aTorsion, r, rTorsion, rBytes, salt = 0, kid = t.KID }) {
  const aBytes = e.encode(e.add(e.timesBase(a), e.TORSION[aTorsion]))
  const point = rBytes ?? e.encode(e.add(e.timesBase(r), e.TORSION[rTorsion]))
  const head = t.header({ kid })
  const payload = salt ? t.claims({ jti: `salt-${salt}` }) : t.CLAIMS
  let k
  const token = t.token({
    head,
    payload,
    sign: signed => {
      k = e.challenge(point, aBytes, Buffer.from(signed))
      return Buffer.concat([point, e.little((r + k * a) % e.L)])
    },
  })
  return { token, holds: (BigInt(rTorsion) + k * BigInt(aTorsion)) % 8n === 0n }
}

/** A token that a verifier without a check of the key's order takes as signed by `aBytes`. */
function forgery(aBytes, aTorsion) {
  for (let salt = 1; ; salt++) {
    const payload = t.claims({ ...t.ADMIN, jti: `salt-${salt}` })
    for (const r of e.TORSION.keys()) {
      const point = e.encode(e.TORSION[r])
      let k
      const token = t.token({
        payload,
        sign: signed => {
          k = e.challenge(point, aBytes, Buffer.from(signed))
          return Buffer.concat([point, Buffer.alloc(32)])
        },
      })
      if ((BigInt(r) + k * BigInt(aTorsion)) % 8n === 0n) return token
    }
  }
}

/**
 * Every pair of a key and an R that carry a part of small order, once with a signature that holds
 * without the cofactor and once with one that holds only with it, where such ones exist; and every
 * key with every spelling of an R of small order.
 */
export function edges() {
  const g = t.group('I', 'edges of Ed25519')
  g.line(120)
  const keySets = {}
  for (const aTorsion of e.TORSION.keys()) {
    const x = e.encode(e.add(e.timesBase(SCALAR), e.TORSION[aTorsion]))
    keySets[`edge-${aTorsion}`] = t.set(t.jwk({ x: t.b64(x) }, t.KID))
    const keys = { keys: `edge-${aTorsion}` }
    for (const rTorsion of e.TORSION.keys()) {
      const made = {}
      for (let salt = 1; salt <= 64 && Object.keys(made).length < 2; salt++) {
        const { token, holds } = edge({
          a: SCALAR,
          aTorsion,
          r: 1000n + BigInt(rTorsion),
          rTorsion,
          salt,
        })
        made[holds] ??= token
      }
      if (made.true) g.accept(`edge-key-${aTorsion}-r-${rTorsion}`, made.true, keys)
      if (made.false)
        g.refuse(`edge-key-${aTorsion}-r-${rTorsion}-only-with-cofactor`, INVALID, made.false, keys)
    }
    for (const [index, small] of e.SMALL_ORDER.entries()) {
      const { token } = edge({
        a: SCALAR,
        aTorsion,
        r: 0n,
        rTorsion: small.n,
        rBytes: small.bytes,
        salt: 1,
      })
      g.refuse(`edge-key-${aTorsion}-r-small-${index}`, INVALID, token, keys)
    }
  }
  return { ...g, keySets }
}
