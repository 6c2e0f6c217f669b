import { base64url, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'

export const issuer = 'https://bench.example'
export const audience = 'bench'
export const person = 'u1'
export const typ = 'role-snapshot+jwt'

const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' }

/** The trusted keys, as `createGate` takes them. */
export const keys = { keys: [jwk] }
/** The same key as `jose` takes it: imported once. */
export const key = await importJWK(jwk, 'EdDSA')

let seq = 0

/** Signs a role snapshot for a catalog. Each has a higher number than those before. */
export async function sign(catalog, claims) {
  const now = Math.floor(Date.now() / 1000)
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(catalog))
  seq += 1
  return new SignJWT({
    iss: issuer,
    aud: audience,
    sub: person,
    iat: now,
    exp: now + 3600,
    fmt: 1,
    seq,
    refresh_after: now + 1800,
    catalog: { id: JSON.parse(catalog).id, sha256: base64url.encode(new Uint8Array(hash)) },
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: 'k1' })
    .sign(pair.privateKey)
}
