import { createHash } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'

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
export function sign(catalog, membership, others = {}) {
  const now = Math.floor(Date.now() / 1000)
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
    catalog: {
      id: JSON.parse(catalog).id,
      sha256: createHash('sha256').update(catalog).digest('base64url'),
    },
    memberships: [membership],
    ...others,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: 'k1' })
    .sign(pair.privateKey)
}
