import type { Membership } from './api.ts'
import type { Role } from './catalog.ts'

/** The claims that this page displays. Only the gate decides what they allow. */
export interface Claims {
  readonly sub: string
  readonly iat: number
  readonly exp: number
  readonly refresh_after?: number
  readonly seq: number
  readonly entitlements?: readonly string[]
  readonly memberships: readonly Membership[]
  /** New roles, and edited roles of the catalog. */
  readonly roles?: readonly Role[]
}

/** Reads the claims of a token without verifying it. */
export function readUnverified(token: string): Claims {
  const payload = token.split('.')[1] ?? ''
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), character =>
    character.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims
}

/** Replaces the claims and keeps the signature, as a person does who edits stored data in a browser. */
export function withClaims(token: string, claims: Claims): string {
  const [header, , signature] = token.split('.')
  const text = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(claims)))
  const payload = btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  return `${header}.${payload}.${signature}`
}
