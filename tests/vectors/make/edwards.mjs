// The curve of Ed25519 (RFC 8032 section 5.1) in plain integers, so that signatures and points can be
// made which no library makes. Slow, and not for secrets.
import { createHash } from 'node:crypto'

export const P = 2n ** 255n - 19n
/** The order of the base point. */
export const L = 2n ** 252n + 27742317777372353535851937790883648493n

const mod = (a, m = P) => ((a % m) + m) % m

function power(base, exponent) {
  let result = 1n
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b)) {
    if (e & 1n) result = mod(result * b)
  }
  return result
}

const inverse = a => power(a, P - 2n)
const D = mod(-121665n * inverse(121666n))
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n)

export const IDENTITY = { x: 0n, y: 1n }

// Sums are taken in extended coordinates (RFC 8032 section 5.1.4), which need no division.
const extend = ({ x, y }) => ({ x, y, z: 1n, t: mod(x * y) })

function sum(p, q) {
  const a = mod((p.y - p.x) * (q.y - q.x))
  const b = mod((p.y + p.x) * (q.y + q.x))
  const c = mod(2n * D * mod(p.t * q.t))
  const d = mod(2n * p.z * q.z)
  return {
    x: mod((b - a) * (d - c)),
    y: mod((d + c) * (b + a)),
    z: mod((d - c) * (d + c)),
    t: mod((b - a) * (b + a)),
  }
}

function flatten({ x, y, z }) {
  const one = inverse(z)
  return { x: mod(x * one), y: mod(y * one) }
}

export const add = (a, b) => flatten(sum(extend(a), extend(b)))

export function times(scalar, point) {
  let result = extend(IDENTITY)
  for (let p = extend(point), s = scalar; s > 0n; s >>= 1n, p = sum(p, p)) {
    if (s & 1n) result = sum(result, p)
  }
  return flatten(result)
}

/** The `x` of a `y`, or nothing where the curve has no such point. */
function xOf(y, odd) {
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n))
  let x = power(square, (P + 3n) / 8n)
  if (mod(x * x) !== square) x = mod(x * ROOT_OF_MINUS_ONE)
  if (mod(x * x) !== square) return undefined
  return (x & 1n) === BigInt(odd) ? x : mod(-x)
}

export const BASE = { y: mod(4n * inverse(5n)), x: 0n }
BASE.x = xOf(BASE.y, 0)

const multiples = new Map()
/** `scalar` times the base point. */
export function timesBase(scalar) {
  if (!multiples.has(scalar)) multiples.set(scalar, times(scalar, BASE))
  return multiples.get(scalar)
}

export const fromLittle = bytes => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)

export function little(number, length = 32) {
  return Buffer.from(number.toString(16).padStart(2 * length, '0'), 'hex').reverse()
}

export const encode = ({ x, y }) => little(y | ((x & 1n) << 255n))

/** The point that `bytes` spell, canonical or not, or nothing where they spell none. */
export function decode(bytes) {
  const number = fromLittle(bytes)
  const y = mod(number & (2n ** 255n - 1n))
  const x = xOf(y, Number(number >> 255n))
  return x === undefined ? undefined : { x, y }
}

const sha512 = (...parts) => createHash('sha512').update(Buffer.concat(parts)).digest()

/** `k` of RFC 8032 section 5.1.7, reduced. */
export const challenge = (r, a, message, dom = Buffer.alloc(0)) =>
  fromLittle(sha512(dom, r, a, message)) % L

/** RFC 8032 section 5.1.5: the secret scalar and the prefix of a seed. */
export function expand(seed) {
  const hash = sha512(seed)
  const bytes = Buffer.from(hash.subarray(0, 32))
  bytes[0] &= 248
  bytes[31] &= 127
  bytes[31] |= 64
  return { scalar: fromLittle(bytes), prefix: hash.subarray(32) }
}

/** `dom2` of RFC 8032 section 2. */
const dom2 = (flag, context) =>
  Buffer.concat([
    Buffer.from('SigEd25519 no Ed25519 collisions'),
    Buffer.from([flag, context.length]),
    context,
  ])

/** A signature with every part in the caller's hand. */
export function sign(seed, message, { dom = Buffer.alloc(0), nonce } = {}) {
  const { scalar, prefix } = expand(seed)
  const a = encode(timesBase(scalar))
  const r = nonce ?? fromLittle(sha512(dom, prefix, message)) % L
  const point = encode(timesBase(r))
  const k = challenge(point, a, message, dom)
  return Buffer.concat([point, little((r + k * scalar) % L)])
}

export const signPrehashed = (seed, message) =>
  sign(seed, sha512(message), { dom: dom2(1, Buffer.alloc(0)) })

export const signWithContext = (seed, message, context) =>
  sign(seed, message, { dom: dom2(0, Buffer.from(context)) })

/** A point of order 8: any point times L that is not of a smaller order. */
function findTorsion() {
  for (let y = 2n; ; y++) {
    const x = xOf(y, 0)
    if (x === undefined) continue
    const point = times(L, { x, y })
    if (times(4n, point).y !== 1n) return point
  }
}

const GENERATOR = findTorsion()
/** The eight points of small order; the n-th is n times the first of order 8. */
export const TORSION = Array.from({ length: 8 }, (_, n) => times(BigInt(n), GENERATOR))

/** Every spelling of a point of small order: eight canonical, six not. */
export const SMALL_ORDER = TORSION.flatMap((point, n) => {
  const spellings = [{ n, canonical: true, bytes: encode(point) }]
  // A y below 19 has a second spelling, y + p; an x of 0 has a second sign.
  const ys = point.y < 19n ? [point.y, point.y + P] : [point.y]
  const signs = point.x === 0n ? [0n, 1n] : [point.x & 1n]
  for (const y of ys) {
    for (const sign of signs) {
      const bytes = little(y | (sign << 255n))
      if (!bytes.equals(spellings[0].bytes)) spellings.push({ n, canonical: false, bytes })
    }
  }
  return spellings
})
