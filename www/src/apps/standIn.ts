/*
 * The server of these apps, played inside the page, as they are files that any host serves. It keeps the
 * people, knows who is signed in, and signs. A real app has none of this: its server holds the private key,
 * and what is exported here is done by requests. Everything beside this file is as it would be there.
 */
import type { JwkSet } from 'rolegate'
import type { Fetch } from 'rolegate/client'
import { createIssuer, eventsResponse, type Issuer, type PrivateJwk } from 'rolegate/server'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Account, claimsOf } from './accounts.ts'

/** Where the client asks for the snapshot of whoever is signed in, and for changes of it. */
export const SNAPSHOT = '/role-snapshot'
export const EVENTS = '/role-events'

/** What the stand-in keeps, for all tabs of this browser. */
interface Kept {
  /** The only private key. It is made at the first visit, and is worth nothing anywhere else. */
  readonly key: PrivateJwk
  readonly people: readonly Account[]
  /** Who is signed in, as a cookie would say. */
  readonly session: string | null
  /** Whether it answers no request, as a server that is down. */
  readonly isDown: boolean
}

/** What a stand-in is made for. */
export interface StandInOptions {
  readonly catalog: DisplayCatalog
  readonly issuer: string
  readonly audience: string
  /** The people that it begins with. */
  readonly people: readonly Account[]
}

/** Opens the stand-in that this browser keeps for a catalog, or makes one. */
export async function openStandIn(options: StandInOptions): Promise<StandIn> {
  const { catalog, people } = options
  // People of another version of the catalog may have roles that this one lacks.
  const place = `stand-in of the server: ${catalog.id} ${catalog.sha256.slice(0, 8)}`
  const open = async () => {
    const found = read(place)
    if (found) return found
    const made: Kept = { key: await makeKey(), people, session: null, isDown: false }
    write(place, made)
    return made
  }
  // Several frames may open it for the first time at once, and must not make a key each.
  const kept = await (navigator.locks?.request(place, open) ?? open())
  return new StandIn(place, kept, options)
}

export class StandIn {
  readonly #place: string
  readonly #options: StandInOptions
  readonly #issuer: Issuer
  readonly #listeners = new Set<() => void>()
  #kept: Kept

  constructor(place: string, kept: Kept, options: StandInOptions) {
    const { catalog, issuer, audience } = options
    this.#place = place
    this.#options = options
    this.#kept = kept
    this.#issuer = createIssuer({ key: kept.key, catalog: catalog.text, issuer, audience })
    addEventListener('storage', ({ key }) => {
      if (key === place) this.#became(read(place) ?? this.#kept)
    })
  }

  /** What it would send to whoever asks, as `fetch`. */
  readonly fetch: Fetch = async (address, { headers, signal }) => {
    // Another tab may have written a moment ago.
    this.#kept = read(this.#place) ?? this.#kept
    if (this.#kept.isDown) throw new TypeError('the stand-in of the server does not answer')
    if (address === EVENTS) return eventsResponse(this.#changesOf(this.signedIn(), signal))
    const account = this.signedIn()
    const request = { headers: new Headers(headers) }
    return this.#issuer.respond(request, account && claimsOf(account))
  }

  /** The public keys. */
  jwks(): JwkSet {
    return this.#issuer.jwks()
  }

  readonly people = (): readonly Account[] => this.#kept.people

  readonly signedIn = (): Account | undefined => this.#account(this.#kept.session)

  readonly isDown = (): boolean => this.#kept.isDown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  signIn(subject: string): void {
    this.#change({ session: subject })
  }

  signOut(): void {
    this.#change({ session: null })
  }

  /** Gives somebody other roles in a workspace. */
  assign(subject: string, workspace: string, roles: readonly string[]): void {
    this.#edit(subject, account => ({
      ...account,
      memberships: account.memberships.map(membership =>
        membership.workspace === workspace ? { ...membership, roles } : membership,
      ),
    }))
  }

  /** Gives somebody what else was bought. */
  entitle(subject: string, entitlements: readonly string[]): void {
    this.#edit(subject, account => ({ ...account, entitlements }))
  }

  /**
   * Replaces the roles of the customer whose person is signed in. Whoever has bought the same is of the
   * same customer.
   *
   * @throws GateError (as a rejection) where pages would refuse such roles
   */
  async saveRoles(customRoles: Scenario['customRoles']): Promise<void> {
    const author = this.signedIn()
    if (!author) return
    await this.#issuer.issue(claimsOf({ ...author, customRoles }))
    const bought = `${author.entitlements}`
    this.#change({
      people: this.#kept.people.map(account =>
        `${account.entitlements}` === bought ? { ...account, customRoles } : account,
      ),
    })
  }

  /** Makes everybody what they were at first. */
  reset(): void {
    this.#change({ people: this.#options.people, isDown: false })
  }

  setDown(isDown: boolean): void {
    this.#change({ isDown })
  }

  #account(subject: string | null): Account | undefined {
    return this.#kept.people.find(account => account.subject === subject)
  }

  /** One item for each change of the account, until `signal` is aborted. */
  #changesOf(account: Account | undefined, signal: AbortSignal): AsyncIterable<'changed'> {
    let known = JSON.stringify(account)
    let wake = () => {}
    const isNews = () => {
      const now = JSON.stringify(account && this.#account(account.subject))
      if (now === known) return false
      known = now
      return true
    }
    const stop = this.subscribe(() => wake())
    const end = async () => {
      stop()
      wake()
      return { done: true, value: undefined } as const
    }
    signal.addEventListener('abort', end)
    const next = async () => {
      while (!signal.aborted) {
        if (isNews()) return { done: false, value: 'changed' } as const
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      return end()
    }
    return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
  }

  #edit(subject: string, edit: (account: Account) => Account): void {
    const people = this.#kept.people.map(account =>
      account.subject === subject ? edit(account) : account,
    )
    this.#change({ people })
  }

  #change(part: Partial<Kept>): void {
    const next = { ...this.#kept, ...part }
    write(this.#place, next)
    this.#became(next)
  }

  #became(next: Kept): void {
    this.#kept = next
    for (const listener of [...this.#listeners]) listener()
  }
}

async function makeKey(): Promise<PrivateJwk> {
  const make = () => crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  // WebKit fails to make every 128th (bug 307095).
  const { privateKey } = (await make().catch(make)) as CryptoKeyPair
  const { kty = '', crv = '', x = '', d = '' } = await crypto.subtle.exportKey('jwk', privateKey)
  return { kty, crv, kid: `stand-in-${x.slice(0, 8)}`, x, d }
}

/** Where storage is refused, everything lasts as long as the page. */
function read(place: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function write(place: string, kept: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
  } catch {}
}
