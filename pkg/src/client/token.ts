import { TextDecoder } from '../text.ts'
import { fetchFailed } from './errors.ts'

/** What the client reads of a token. It is the truth only once the gate has loaded that very token. */
export interface Claims {
  readonly sub: string
  readonly seq: number
  /** Seconds since 1970, as the next two. */
  readonly iat: number
  readonly exp: number
  readonly refresh_after?: number
}

/**
 * The token in a text, around which there may be white space.
 *
 * @throws GateError where it cannot be one, as an error page or a page to sign in with
 */
export function tokenIn(text: string): string {
  const token = text.trim()
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token
  throw fetchFailed('the answer is no token')
}

/** Reads the claims of a token, unverified; `undefined` where they cannot be read. */
export function readClaims(token: string): Claims | undefined {
  try {
    const base64 = token.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) ?? undefined
  } catch {
    return undefined
  }
}
