import { base64url, subtle, utf8 } from './signing.ts'
import type { PersonClaims } from './types.ts'

/** So many people's tokens are kept, those that were asked for last. */
const MOST = 1000

/** A token, and what it is called. */
export interface KeptToken {
  readonly token: string
  readonly etag: string
}

/**
 * Gives the same token for the same claims, for so many milliseconds. Claims are compared as a whole,
 * the person's id among them, so that nobody is given what was made for another.
 */
export function keptTokens(
  issue: (person: PersonClaims) => Promise<string>,
  milliseconds: number,
  now: () => number,
): (person: PersonClaims) => Promise<KeptToken> {
  const kept = new Map<string, KeptToken & { readonly until: number }>()
  return async person => {
    const key = JSON.stringify(person)
    const found = kept.get(key)
    kept.delete(key)
    const time = now()
    // A clock that was set back says nothing about how old it is.
    const isFresh = found && time < found.until && time >= found.until - milliseconds
    const given = isFresh ? found : await named(await issue(person), time + milliseconds)
    kept.set(key, given)
    for (const oldest of kept.keys()) {
      if (kept.size > MOST) kept.delete(oldest)
    }
    return given
  }
}

async function named(token: string, until: number) {
  const hash = await subtle().digest('SHA-256', utf8(token))
  return { token, etag: `"${base64url(new Uint8Array(hash)).slice(0, 22)}"`, until }
}
