import { fromBase64url, toBase64url } from '../../scenario/bytes.ts'

/** What a snapshot says, as far as this view shows it. */
export interface Claims {
  readonly iss: string
  readonly aud: string | readonly string[]
  readonly sub: string
  readonly iat: number
  readonly exp: number
  readonly seq: number
  readonly refresh_after?: number
  readonly catalog: { readonly id: string; readonly sha256: string }
  readonly entitlements?: readonly string[]
  readonly memberships: readonly {
    readonly workspace: string
    readonly roles: readonly string[]
    readonly groups?: readonly string[]
  }[]
}

/** What a token claims; `null` for a text that is none. Only a gate says whether it is true. */
export function unverifiedClaims(token: string): Claims | null {
  try {
    const [, payload = ''] = token.split('.')
    const claims: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(payload)))
    return isClaims(claims) ? claims : null
  } catch {
    return null
  }
}

/** Replaces a part of a token and keeps the signature, as somebody does who edits stored data. */
export function withPart(token: string, index: 0 | 1, value: object): string {
  const parts = token.split('.')
  parts[index] = toBase64url(new TextEncoder().encode(JSON.stringify(value)))
  return parts.join('.')
}

function isClaims(value: unknown): value is Claims {
  const { iss, iat, exp, memberships } = (value ?? {}) as Partial<Claims>
  return (
    typeof iss === 'string' &&
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    Array.isArray(memberships)
  )
}
