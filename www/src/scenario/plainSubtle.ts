import { hashes, keygen, sign } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { fromBase64url, toBase64url } from './bytes.ts'

/** A key of an origin without Web Crypto. Its bytes are in no member, so that no script of the page finds them. */
type Key = object

const secrets = new WeakMap<Key, Uint8Array>()
const publics = new WeakMap<Key, Uint8Array>()
const extractable = new WeakSet<Key>()

/**
 * What the workbench uses of Web Crypto, for pages that browsers give none: those of another machine of the
 * network, over HTTP. The keys sign for previews in this page only, so nothing is at stake.
 */
export const plainSubtle = {
  async digest(_algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer> {
    return bufferOf(sha256(bytes))
  },
  async generateKey(_algorithm: string, isExtractable: boolean) {
    const { secretKey, publicKey: own } = keygen()
    const [privateKey, publicKey]: [Key, Key] = [{}, {}]
    secrets.set(privateKey, secretKey)
    if (isExtractable) extractable.add(privateKey)
    publics.set(publicKey, own).set(privateKey, own)
    return { privateKey, publicKey }
  },
  async importKey(_format: string, { d }: { readonly d: string }): Promise<Key> {
    const key: Key = {}
    secrets.set(key, fromBase64url(d))
    return key
  },
  async exportKey(_format: string, key: Key) {
    const x = toBase64url(publics.get(key) ?? new Uint8Array())
    const secret = extractable.has(key) ? secrets.get(key) : undefined
    return { kty: 'OKP', crv: 'Ed25519', x, ...(secret ? { d: toBase64url(secret) } : {}) }
  },
  async sign(_algorithm: string, key: Key, bytes: Uint8Array): Promise<ArrayBuffer> {
    const secret = secrets.get(key)
    if (!secret) throw new DOMException('the key cannot sign', 'InvalidAccessError')
    return bufferOf(sign(bytes, secret))
  },
}

hashes.sha512 = sha512

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
