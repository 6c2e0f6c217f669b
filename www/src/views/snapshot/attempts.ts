import { unverifiedClaims, withPart } from './claims.ts'
import { type Read, type Refusal, refusalOf } from './verify.ts'

/** Ways to try to get more than a snapshot gives. */
export const ATTEMPTS = ['roles', 'entitlements', 'letter', 'none', 'wait'] as const

export type Attempt = (typeof ATTEMPTS)[number]

/** What became of an attempt. */
export interface Result {
  readonly attempt: Attempt
  /** How the gate refused it; `null` where it did not have to, as time just passes. */
  readonly refusal: Refusal | null
  /** The ids of what was written into the snapshot. */
  readonly added: readonly string[]
}

/** Whether there is anything to gain: somebody may hold every role already. */
export function isWorthIt(kind: Attempt, { claims, catalog }: Read): boolean {
  const held = claims.memberships.flatMap(({ roles }) => roles)
  if (kind === 'roles') return catalog.roles.some(({ id }) => !held.includes(id))
  if (kind === 'entitlements') {
    return catalog.entitlements.some(({ id }) => !claims.entitlements?.includes(id))
  }
  return true
}

/** Makes an attempt at the gate that has the snapshot in force. */
export async function attempt(kind: Attempt, token: string, read: Read): Promise<Result> {
  const { forged, added } = forge(kind, token, read)
  if (kind === 'wait') {
    read.expire()
    return { attempt: kind, refusal: null, added }
  }
  try {
    await read.gate.load(forged)
    return { attempt: kind, refusal: null, added }
  } catch (error) {
    return { attempt: kind, refusal: refusalOf(error), added }
  }
}

function forge(kind: Attempt, token: string, { catalog }: Read) {
  const claims = unverifiedClaims(token)
  if (!claims) return { forged: token, added: [] }
  switch (kind) {
    case 'roles': {
      const all = catalog.roles.map(({ id }) => id)
      const held = claims.memberships.flatMap(({ roles }) => roles)
      const memberships = claims.memberships.map(entry => ({ ...entry, roles: all }))
      return {
        forged: withPart(token, 1, { ...claims, memberships }),
        added: all.filter(id => !held.includes(id)),
      }
    }
    case 'entitlements': {
      const all = catalog.entitlements.map(({ id }) => id)
      return {
        forged: withPart(token, 1, { ...claims, entitlements: all }),
        added: all.filter(id => !claims.entitlements?.includes(id)),
      }
    }
    case 'wait':
      return { forged: token, added: [] }
    case 'none':
      return { forged: withPart(token, 0, { alg: 'none', typ: 'role-snapshot+jwt' }), added: [] }
    default: {
      const middle = Math.floor(token.length / 2)
      const letter = token[middle] === 'A' ? 'B' : 'A'
      return { forged: token.slice(0, middle) + letter + token.slice(middle + 1), added: [] }
    }
  }
}
