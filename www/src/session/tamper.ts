import type { DisplayCatalog } from '../demo/catalog.ts'
import { readUnverified, withClaims } from '../demo/token.ts'
import type { Edit } from './refusal.ts'

/** A token, and what was changed in it after signing. */
export interface EditedToken {
  readonly token: string
  readonly edits: readonly Edit[]
}

/** Writes every role and every entitlement into a token and keeps its signature. */
export function tamper(token: string, catalog: DisplayCatalog): EditedToken {
  const claims = readUnverified(token)
  const memberships = claims.memberships.map(membership => ({
    ...membership,
    roles: catalog.roles.map(({ id }) => id),
  }))
  const edited = { ...claims, entitlements: catalog.entitlements, memberships }
  const edits = [
    {
      member: 'roles',
      before: claims.memberships.flatMap(({ roles }) => roles).map(id => catalog.roleLabel(id)),
      after: catalog.roles.map(({ id }) => catalog.roleLabel(id)),
    },
    {
      member: 'entitlements',
      before: (claims.entitlements ?? []).map(id => catalog.entitlementLabel(id)),
      after: catalog.entitlements.map(id => catalog.entitlementLabel(id)),
    },
  ]
  return { token: withClaims(token, edited), edits }
}
