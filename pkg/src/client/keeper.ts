import { createGate, type Gate, GateError } from '../index.ts'
import { type ServerClock, serverClock } from './clock.ts'
import { type Deadline, deadlineIn } from './deadline.ts'
import { fetchFailed, gateErrorOf, retryAfter } from './errors.ts'
import type { Settings } from './options.ts'
import { watchPage } from './page.ts'
import { answerOf, readBody } from './request.ts'
import { type Schedule, scheduleOf } from './schedule.ts'
import { decides } from './state.ts'
import { type TokenStore, tokenStore } from './store.ts'
import { type Message, type Tabs, type TokenMessage, tabsOf } from './tabs.ts'
import { type Claims, readClaims, tokenIn } from './token.ts'
import type { ClientStatus, EventHearer, Fetch, Identity } from './types.ts'

/** Characters of an answer: the longest token, and white space around it. */
const LONGEST_ANSWER = 66 * 1024

/** Milliseconds that a request waits at most for the storage, where another tab may have kept a token. */
const PATIENCE = 100

/** The token in force, which the gate has verified. */
interface InForce {
  readonly token: string
  readonly claims: Claims
  /** What the server calls it; another tab's token has no name here. */
  readonly etag?: string | null | undefined
}

/** One try to get a snapshot; there is at most one at a time. */
interface Try {
  readonly deadline: Deadline
  /** Whether another tab's answer will not do. */
  forced: boolean
  /**
   * While it waits, all that happens stands in its answer. While it asks, the answer may be older than
   * what happens now. Once it checks the answer, nothing newer will come of it.
   */
  stage: 'waits' | 'asks' | 'checks'
  /** Whether somebody needs what is newer than this one's answer. */
  again?: boolean
}

/**
 * Keeps a gate fresh for one identity after the other.
 *
 * Identities and tries are told apart as objects: what belongs to a former one is late, and dropped.
 */
export class Keeper<Records> implements EventHearer {
  readonly gate: Gate
  readonly fetch: Fetch
  shared: string | undefined
  /** What all tabs call this kind of snapshots, where they share them. */
  readonly #kind: string | undefined
  readonly #settings: Settings<Records>
  readonly #clock: ServerClock
  readonly #schedule: Schedule
  readonly #store: TokenStore
  readonly #tabs: Tabs
  readonly #changed: (status: ClientStatus) => void
  readonly #unwatchPage: () => void
  /** Whom the gate is kept for; nobody after a sign-out. */
  #identity: Identity | undefined
  #inForce: InForce | undefined
  /** The `seq` of a snapshot of a former visit, which has expired: the gate has not seen it. */
  #leastSeq = 0
  #try: Try | undefined
  /** The check of a token that another tab has sent. */
  #hearing: Promise<void> = Promise.resolve()
  /** Whether the server has said that nobody is signed in. */
  #refused = false
  #closed = false
  #error: GateError | undefined
  #status: ClientStatus | undefined
  #told: ClientStatus | undefined
  /** What ends the hearing of events. */
  #events = new AbortController()

  constructor(settings: Settings<Records>, changed: (status: ClientStatus) => void) {
    const { issuer, audience } = settings.gate
    const kind = `rolegate:${JSON.stringify([issuer, audience])}`
    this.#settings = settings
    this.fetch = settings.fetch
    this.#changed = changed
    this.#clock = serverClock(settings.now, this.warn)
    this.gate = createGate({ ...settings.gate, now: this.#clock.now })
    this.#schedule = scheduleOf(this.#clock.now, () => this.refresh())
    this.#store = tokenStore(settings.storage, kind, this.warn)
    this.#kind = settings.tabs === false ? undefined : kind
    this.#tabs = tabsOf(this.#kind, message => this.#hear(message))
    this.gate.subscribe(({ state }) => {
      const hasRunOut = state === 'expired' || state === 'failed'
      if (hasRunOut && !this.#error) this.#schedule.hurry()
      this.#tell()
    })
    this.#unwatchPage = watchPage(() => this.#schedule.pageChanged())
    this.#begin(settings.identity, settings.token)
  }

  get status(): ClientStatus {
    const { state } = this.gate
    const isOut = this.#refused || !this.#identity
    const activity = this.#closed
      ? 'closed'
      : this.#try
        ? 'refreshing'
        : isOut
          ? 'signed-out'
          : 'idle'
    const error = this.#error
    const last = this.#status
    if (last?.state === state && last.activity === activity && last.error === error) return last
    const status = Object.freeze({ state, activity, error })
    this.#status = status
    return status
  }

  refresh(): void {
    const running = this.#try
    if (!running) this.#fetch(false)
    else if (running.stage === 'checks') running.again = true
    // Another tab's token may be the very one that the caller has seen.
    else if (decides(this.gate)) running.forced = true
  }

  invalidate(): void {
    const running = this.#try
    if (!running) this.#fetch(true)
    else if (running.stage === 'waits') running.forced = true
    else running.again = true
  }

  /** Follows another identity, or nobody, in all tabs. */
  become(identity: Identity | undefined): void {
    if (this.#closed) return
    this.#tabs.tell({ kind: 'become', identity })
    this.#become(identity)
  }

  signOut(): void {
    this.become(undefined)
  }

  close(): void {
    if (this.#closed) return
    this.#drop()
    this.#closed = true
    this.#unwatchPage()
    this.#tabs.close()
    this.gate.dispose()
    this.#tell()
  }

  // ---- who ----------------------------------------------------------------

  #become(identity: Identity | undefined): void {
    if (!identity && this.#identity) this.#forget(this.#identity)
    this.#drop()
    if (identity) this.#begin(identity)
    this.gate.clear()
    this.#tell()
  }

  /** Lets go of the identity, and of all that is under way for it. */
  #drop(): void {
    const running = this.#try
    this.#identity = undefined
    this.#inForce = undefined
    this.#leastSeq = 0
    this.#try = undefined
    this.#refused = false
    this.#error = undefined
    this.#schedule.stop()
    this.#events.abort()
    running?.deadline.end()
  }

  /** Loads what is there, and asks the server unless it has put a token into the page. */
  #begin(identity: Identity, embedded?: string): void {
    this.#identity = identity
    this.#run(false, async running => {
      await this.#loadStored(identity, this.#settings.timeout)
      if (typeof embedded === 'string') {
        running.stage = 'checks'
        await this.#loadKept(embedded, identity)
      }
      if (running.stage === 'waits' || !decides(this.gate)) await this.#ask(identity, running)
    })
    this.#events = new AbortController()
    this.shared = this.#kind && this.#kind + JSON.stringify(identity)
    this.#settings.events?.(this, this.#events.signal)
  }

  #forget(identity: Identity): void {
    void this.#store(identity, (storage, key) => storage.removeItem(key))
  }

  // ---- tries --------------------------------------------------------------

  #fetch(forced: boolean): void {
    const identity = this.#identity
    if (!identity) return
    this.#run(forced, running => this.#ask(identity, running))
    this.#tell()
  }

  #run(forced: boolean, work: (running: Try) => Promise<void>): void {
    const deadline = deadlineIn(this.#settings.timeout)
    const running: Try = { deadline, forced, stage: 'waits' }
    this.#try = running
    this.#schedule.began()
    // Not at once: whoever asks for it has not finished, and others may ask for the same.
    void deadline.wait(Promise.resolve().then(() => work(running))).then(
      () => this.#ended(running),
      thrown => this.#ended(running, gateErrorOf(thrown)),
    )
  }

  #ended(running: Try, error?: GateError): void {
    if (this.#try !== running) return
    this.#try = undefined
    if (error) {
      if (!this.#error) this.warn(error.message, error)
      this.#schedule.failed(retryAfter(error, this.#clock.now()))
    } else if (this.#inForce) this.#schedule.succeeded(this.#inForce.claims)
    this.#error = error
    if (running.again) this.#fetch(true)
    else this.#tell()
  }

  async #ask(identity: Identity, running: Try): Promise<void> {
    const before = this.#inForce
    const { signal } = running.deadline
    const ask = async () => {
      await this.#hearing
      // Meanwhile another tab may have fetched one for all, of which this one may not have heard yet.
      if (!running.forced) await this.#loadStored(identity, PATIENCE)
      if (signal.aborted || (this.#inForce !== before && !running.forced)) return
      running.stage = 'asks'
      await this.#request(identity, running)
    }
    await (running.forced ? ask() : this.#tabs.inTurn(signal, ask))
  }

  async #request(identity: Identity, running: Try): Promise<void> {
    const { signal } = running.deadline
    // What the gate no longer decides by has to come again, changed or not.
    const etag = (decides(this.gate) && this.#inForce?.etag) || undefined
    const sent = this.#clock.now()
    const given = await this.#settings.getToken({ ...identity, etag, signal })
    const answer = typeof given === 'string' ? answerOf(given) : given
    if (signal.aborted) return
    if (answer === null || answer?.status === 401 || answer?.status === 403) {
      return this.#refuse(identity)
    }
    if (!answer?.headers?.get) {
      throw fetchFailed('the answer is no token, no Response, and not `null`, which is for nobody')
    }
    // Unchanged is what had an etag, or else the server lies.
    if (answer.status === 304 && etag) return this.#clock.learn(answer, sent)
    const token = tokenIn(await readBody(answer, LONGEST_ANSWER))
    if (signal.aborted) return
    running.stage = 'checks'
    this.#clock.learn(answer, sent)
    await this.#load(token, identity, answer.headers.get('etag'))
    if (signal.aborted) return
    void this.#store(identity, (storage, key) => storage.setItem(key, token))
    this.#tabs.tell({ kind: 'token', identity, token })
  }

  /** The server knows nobody here: neither does the gate, until a later answer says otherwise. */
  #refuse(identity: Identity): void {
    const isNews = this.#inForce
    this.#refused = true
    this.#inForce = undefined
    this.#forget(identity)
    this.gate.clear()
    if (isNews) this.#tabs.tell({ kind: 'ask' })
  }

  // ---- tokens -------------------------------------------------------------

  /** @throws GateError (as a rejection) where it is refused, so that the former one stays in force */
  async #load(token: string, identity: Identity, etag?: string | null): Promise<void> {
    if (identity !== this.#identity) return
    const claims = readClaims(token)
    // The gate knows neither who is signed in now nor what was seen on a former visit.
    if (claims && identity.subject && claims.sub !== identity.subject) {
      throw new GateError('ERR_CLAIM_INVALID', '`sub` is not the person who is signed in')
    }
    if (claims && claims.seq < this.#leastSeq) {
      throw new GateError('ERR_SNAPSHOT_ROLLBACK', '`seq` is less than on a former visit')
    }
    await this.gate.load(token)
    if (!claims || identity !== this.#identity) return
    this.#inForce = { token, claims, etag }
    this.#refused = false
  }

  /** Loads what is kept, if the storage gives it within so many milliseconds; the check may take longer. */
  async #loadStored(identity: Identity, patience: number): Promise<void> {
    const reading = this.#store(identity, (storage, key) => storage.getItem(key))
    const kept = await deadlineIn(patience)
      .wait(reading)
      .catch(() => {})
    if (typeof kept !== 'string' || kept === this.#inForce?.token) return
    await this.#loadKept(kept, identity)
  }

  /** Loads a token that has not come fresh from the server; where it is of no use, a request is next. */
  async #loadKept(text: string, identity: Identity): Promise<void> {
    const token = text.trim()
    try {
      await this.#load(token, identity)
    } catch (error) {
      // Of no other than a signed one the gate says that it has expired: its number counts.
      const seq = readClaims(token)?.seq ?? 0
      const { code } = error as GateError
      if (code === 'ERR_SNAPSHOT_EXPIRED' && identity === this.#identity) {
        this.#leastSeq = seq
      }
    }
  }

  // ---- what happens around ------------------------------------------------

  #hear(message: Message): void {
    switch (message.kind) {
      case 'token':
        this.#hearing = this.#hearToken(message)
          // This tab asks for itself when its time has come.
          .catch(() => {})
        break
      case 'become':
        this.#become(message.identity)
        break
      case 'ask':
        if (!this.#refused) this.invalidate()
    }
  }

  async #hearToken({ identity: theirs, token }: TokenMessage): Promise<void> {
    const identity = this.#identity
    // Where nobody says who is signed in, it is whoever this tab has last heard of from the server.
    const person = identity?.subject ?? this.#inForce?.claims.sub
    const isOurs = JSON.stringify(identity) === JSON.stringify(theirs)
    if (!identity || !isOurs || !person || readClaims(token)?.sub !== person) return
    await deadlineIn(this.#settings.timeout).wait(this.#load(token, identity))
    if (identity !== this.#identity || !this.#inForce) return
    this.#error = undefined
    this.#schedule.succeeded(this.#inForce.claims)
    this.#tell()
  }

  // ---- what is told -------------------------------------------------------

  #tell(): void {
    const { status } = this
    if (status === this.#told) return
    this.#told = status
    this.#changed(status)
  }

  readonly warn = (message: string, cause?: unknown): void => {
    this.#settings.logger.warn(`rolegate: ${message}`, cause)
  }
}
