import type { Names } from '../demo/catalog.ts'
import { readUnverified, withClaims } from '../demo/token.ts'
import type { Edit } from './refusal.ts'

/** A token edited to hold every role and everything a customer can buy, and what was changed. */
export function promoted(token: string, names: Names): { token: string; edits: readonly Edit[] } {
  const claims = readUnverified(token)
  const memberships = claims.memberships.map(member => ({
    ...member,
    roles: names.roles.map(({ id }) => id),
  }))
  const edited = { ...claims, entitlements: names.entitlements, memberships }
  const edits = [
    {
      member: 'roles',
      before: claims.memberships.flatMap(member => member.roles).map(id => names.role(id)),
      after: names.roles.map(({ id }) => names.role(id)),
    },
    {
      member: 'entitlements',
      before: (claims.entitlements ?? []).map(id => names.entitlement(id)),
      after: names.entitlements.map(id => names.entitlement(id)),
    },
  ]
  return { token: withClaims(token, edited), edits }
}
