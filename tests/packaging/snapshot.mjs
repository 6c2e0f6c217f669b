import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * What a server would give to the application: a key set, and a role snapshot of a marketing admin
 * without Prime, signed at `now` (in seconds) with a key of this run. Made with Node's own cryptography, by hand.
 */
export function snapshot(catalogFile, now = 1_790_000_000) {
  const issuer = 'https://app.example'
  const audience = 'packaging'
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const header = { alg: 'EdDSA', typ: 'role-snapshot+jwt', kid: 'k1' }
  const claims = {
    iss: issuer,
    aud: audience,
    sub: 'u1',
    iat: now,
    exp: now + 3600,
    fmt: 1,
    seq: 1,
    refresh_after: now + 1800,
    catalog: {
      id: 'adobe-dynamic-chat',
      sha256: createHash('sha256').update(readFileSync(catalogFile)).digest('base64url'),
    },
    entitlements: ['included'],
    memberships: [{ workspace: 'w1', roles: ['marketing-admin'] }],
  }
  const signed = `${base64url(header)}.${base64url(claims)}`
  return {
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }] },
    issuer,
    audience,
    now: now * 1000,
    token: `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`,
  }
}

function base64url(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
