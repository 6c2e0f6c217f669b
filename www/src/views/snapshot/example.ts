import { createIssuer } from 'rolegate/server'
import { openCatalog } from '../../scenario/catalogs.ts'
import type { Pasted } from './verify.ts'

const ISSUER = 'https://app.example'
const AUDIENCE = 'documents'

/** A snapshot as a server would send it, signed with a key that is made here and forgotten. */
export async function makeExample(): Promise<Pasted> {
  const catalog = await openCatalog({ product: 'pandadoc', sha256: undefined, file: undefined })
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  const { kty, crv, x, d } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const issuer = createIssuer({
    key: JSON.stringify({ kty, crv, x, d, kid: 'example' }),
    catalog: catalog.text,
    issuer: ISSUER,
    audience: AUDIENCE,
    lifetime: 3600,
  })
  const token = await issuer.issue({
    subject: 'manager',
    memberships: [
      { workspace: 'sales', roles: ['manager'] },
      { workspace: 'legal', roles: ['member'] },
    ],
    entitlements: ['plan-business', 'licence-standard'],
  })
  const keys = JSON.stringify(issuer.jwks(), null, 2)
  return { text: `Authorization: Bearer ${token}\n`, keys, issuer: ISSUER, audience: AUDIENCE }
}
