import type { Membership } from './api.ts'
import type { Role } from './catalog.ts'

/** The claims this page shows. Read for display only: what they allow is the gate's to say. */
export interface Claims {
  readonly sub: string
  readonly iat: number
  readonly exp: number
  readonly refresh_after?: number
  readonly seq: number
  readonly entitlements?: readonly string[]
  readonly memberships: readonly Membership[]
  /** New roles, and edits of the catalog's. */
  readonly roles?: readonly Role[]
}

/** The claims of a token, without any check. */
export function readUnverified(token: string): Claims {
  const payload = token.split('.')[1] ?? ''
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), at =>
    at.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims
}

/** The token with other claims and its old signature: what editing stored data in a browser makes. */
export function withClaims(token: string, claims: Claims): string {
  const [header, , signature] = token.split('.')
  const text = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(claims)))
  const payload = btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  return `${header}.${payload}.${signature}`
}
