import type { JwkSet } from '../index.ts'
import { TextEncoder } from '../text.ts'
import type { IssuerOptions, PrivateJwk } from './types.ts'

interface Subtle {
  digest(algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer>
  importKey(
    form: string,
    key: object,
    algorithm: string,
    out: boolean,
    uses: string[],
  ): Promise<object>
  generateKey(
    algorithm: string,
    out: boolean,
    uses: string[],
  ): Promise<{ readonly privateKey: object; readonly publicKey: object }>
  exportKey(form: string, key: object): Promise<Pick<PrivateJwk, 'x'>>
  sign(algorithm: string, key: object, bytes: Uint8Array): Promise<ArrayBuffer>
}

interface Platform {
  readonly crypto?: { readonly subtle?: Subtle }
  readonly process?: {
    getBuiltinModule?(name: string): { readonly webcrypto: { readonly subtle: Subtle } } | undefined
  }
}

/** The platform's WebCrypto; Node's own where a test runner has hidden it. */
export function subtle(): Subtle {
  const { crypto, process } = globalThis as unknown as Platform
  const found = crypto?.subtle ?? process?.getBuiltinModule?.('node:crypto')?.webcrypto.subtle
  if (found === undefined) throw new Error('this runtime has no WebCrypto, which signs snapshots')
  return found
}

/** A key that signs, once it is asked for. */
export interface SigningKey {
  /** Its public part. */
  readonly jwk: object
  /** Signs a payload as a role snapshot. */
  sign(payload: object): Promise<string>
}

/** @throws TypeError for what is no private Ed25519 key with a `kid` */
export function readKeys({
  key,
}: Pick<IssuerOptions, 'key'>): readonly [SigningKey, ...SigningKey[]] {
  const [first, ...others] = (Array.isArray(key) ? key : [key]).map(signingKey)
  if (first === undefined) throw new TypeError('`key` must list at least one key')
  return [first, ...others]
}

/** A new key that cannot be taken out of this page or process. */
export async function makeKey(kidPrefix: string): Promise<SigningKey> {
  const make = () => subtle().generateKey('Ed25519', false, ['sign', 'verify'])
  // WebKit fails to make every 128th (bug 307095).
  const { privateKey, publicKey } = await make().catch(make)
  const { x } = await subtle().exportKey('jwk', publicKey)
  const kid = `${kidPrefix}${x.slice(0, 8)}`
  return signingWith({ kty: 'OKP', crv: 'Ed25519', x, kid }, async () => privateKey)
}

export function jwksOf(keys: readonly SigningKey[]): JwkSet {
  return { keys: keys.map(({ jwk }) => ({ ...jwk })) }
}

function signingKey(given: PrivateJwk | string): SigningKey {
  const { kty, crv, kid, x, d } = parsed(given)
  const isKey = kty === 'OKP' && crv === 'Ed25519' && [kid, x, d].every(isText)
  if (!isKey) throw new TypeError('`key` must be a private Ed25519 key as a JWK, with a `kid`')
  let imported: Promise<object> | undefined
  return signingWith({ kty, crv, x, kid }, () => {
    imported ??= subtle()
      .importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign'])
      .catch(refuseKey)
    return imported
  })
}

function signingWith(
  jwk: { readonly [Name in 'kty' | 'crv' | 'x' | 'kid']: string | undefined },
  privateKey: () => Promise<object>,
): SigningKey {
  return {
    jwk: { ...jwk, alg: 'EdDSA', use: 'sig' },
    async sign(payload) {
      const header = { alg: 'EdDSA', typ: 'role-snapshot+jwt', kid: jwk.kid }
      const text = `${encoded(header)}.${encoded(payload)}`
      const signature = await subtle().sign('Ed25519', await privateKey(), utf8(text))
      return `${text}.${base64url(new Uint8Array(signature))}`
    },
  }
}

// Without a cause, as a runtime's message may hold what it could not read.
function refuseKey(): never {
  throw new TypeError(
    '`key` is no Ed25519 key: `x` and `d` must be its public and its private half, 32 bytes each',
  )
}

function parsed(given: PrivateJwk | string): Partial<PrivateJwk> {
  if (typeof given !== 'string') return given ?? {}
  try {
    return JSON.parse(given) ?? {}
  } catch {
    // Not even as a cause: the message of the parser holds what it could not read.
    throw new TypeError('`key` is a text, but no JSON')
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

const encoded = (value: object): string => base64url(utf8(JSON.stringify(value)))

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
