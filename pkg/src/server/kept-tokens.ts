import { base64url, subtle, utf8 } from './signing.ts'
import type { PersonClaims } from './types.ts'

/** So many people's tokens are kept, those that were asked for last. */
const MOST = 1000

/** A token, and what it is called. */
export interface KeptToken {
  readonly token: string
  readonly etag: string
}

interface Kept {
  /** What was said of the person, as text. */
  readonly claims: string
  readonly token: Promise<KeptToken>
  /** Milliseconds since 1970. */
  readonly until: number
}

/** The tokens that are kept: of each person, the last that was issued. */
export interface KeptTokens {
  /** The token in which just these claims stand, a new one unless the last is one. */
  of(person: PersonClaims): Promise<KeptToken>
  /** The person has been given another token, so that a page may refuse the kept one as older. */
  forget(subject: string): void
}

/**
 * Keeps tokens for so many milliseconds. Claims are compared as a whole, so that nobody is given what
 * was made for other rights; and only with those of the person's last token, so that rights which come
 * back after a change stand in a token that is newer than the change.
 */
export function keptTokens(
  issue: (person: PersonClaims) => Promise<string>,
  milliseconds: number,
  now: () => number,
): KeptTokens {
  const kept = new Map<string, Kept>()
  return {
    async of(person) {
      const { subject } = person
      const claims = JSON.stringify(person)
      const time = now()
      const found = kept.get(subject)
      // A clock that was set back says nothing about how old it is.
      const isFresh = found && time < found.until && time >= found.until - milliseconds
      // One that is under way is given to all, so that they are kept in the order of their numbers.
      const last =
        isFresh && found.claims === claims
          ? found
          : { claims, until: time + milliseconds, token: issue(person).then(named) }
      kept.delete(subject)
      kept.set(subject, last)
      for (const oldest of kept.keys()) {
        if (kept.size > MOST) kept.delete(oldest)
      }
      try {
        return await last.token
      } catch (error) {
        if (kept.get(subject) === last) kept.delete(subject)
        throw error
      }
    },
    forget(subject) {
      kept.delete(subject)
    },
  }
}

async function named(token: string): Promise<KeptToken> {
  const hash = await subtle().digest('SHA-256', utf8(token))
  return { token, etag: `"${base64url(new Uint8Array(hash)).slice(0, 22)}"` }
}
