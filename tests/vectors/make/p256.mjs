// ECDSA on P-256 with a nonce taken from the message, so that the same token comes out every time.
// Only refused tokens are signed with it.
import { createHash } from 'node:crypto'

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const BASE = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
}

const mod = (a, m) => ((a % m) + m) % m

function inverse(a, m) {
  let [old, r, oldS, s] = [mod(a, m), m, 1n, 0n]
  while (r !== 0n) {
    const q = old / r
    ;[old, r, oldS, s] = [r, old - q * r, s, oldS - q * s]
  }
  return mod(oldS, m)
}

function add(a, b) {
  if (!a) return b
  const slope =
    a.x === b.x
      ? mod((3n * a.x * a.x - 3n) * inverse(2n * a.y, P), P)
      : mod((b.y - a.y) * inverse(b.x - a.x, P), P)
  const x = mod(slope * slope - a.x - b.x, P)
  return { x, y: mod(slope * (a.x - x) - a.y, P) }
}

function times(scalar, point) {
  let result
  for (let p = point, s = scalar; s > 0n; s >>= 1n, p = add(p, p)) {
    if (s & 1n) result = add(result, p)
  }
  return result
}

const number = (...parts) => {
  const hash = createHash('sha256').update(Buffer.concat(parts.map(part => Buffer.from(part))))
  return BigInt(`0x${hash.digest('hex')}`)
}
const bytes = n => Buffer.from(n.toString(16).padStart(64, '0'), 'hex')

/** An ES256 key pair from a name. */
export function es256Key(name) {
  const d = number('es256', name) % N
  const { x, y } = times(d, BASE)
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: bytes(x).toString('base64url'),
    y: bytes(y).toString('base64url'),
  }
  const sign = message => {
    const k = number('nonce', name, message) % N
    const r = times(k, BASE).x % N
    const s = mod(inverse(k, N) * (number(message) + r * d), N)
    return Buffer.concat([bytes(r), bytes(s)])
  }
  return { jwk, sign }
}
