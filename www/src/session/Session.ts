import { createGate, type GateOptions } from 'rolegate'
import {
  type Demo,
  fetchCatalog,
  fetchKeys,
  fetchSnapshot,
  type SnapshotRequest,
} from '../demo/api.ts'
import { DisplayCatalog } from '../demo/catalog.ts'
import { readUnverified } from '../demo/token.ts'
import type { Start } from '../selection/route.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import { INITIAL_STATE, type SessionState, type ShownQuestions, statusOf } from './state.ts'
import { type EditedToken, tamper } from './tamper.ts'

export interface SessionOptions {
  readonly demo: Demo
  readonly request: SnapshotRequest
  /** The workspaces in which the person is a member. */
  readonly workspaces: readonly string[]
  /** How the facts of the product's records are read. */
  readonly records: NonNullable<GateOptions['records']>
  readonly start: Start
}

/**
 * The least number of milliseconds between two renewals. Where the page's clock is ahead of the
 * server's, every new snapshot is stale at once.
 */
const MIN_RENEWAL_INTERVAL = 30_000

/**
 * One person who uses one product: their gate, and the snapshots that it loads.
 * Another person always gets a new session, so no right of one person can remain for the next.
 */
export class Session {
  #state: SessionState = INITIAL_STATE
  #request: SnapshotRequest
  readonly #options: SessionOptions
  #catalogText = ''
  readonly #listeners = new Set<() => void>()
  /** The token of the snapshot in force. */
  #token = ''
  /** The number of the latest load. Only the latest one may change the state. */
  #latestLoad = 0
  /** How far the gate's clock is ahead, in milliseconds. */
  #clockOffset = 0
  #renewalTimer: ReturnType<typeof setTimeout> | undefined
  #isDisposed = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#request = options.request
    void this.#start()
  }

  readonly state = (): SessionState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Loads the snapshot for another package. The one in force stays until then. */
  selectPackage(id: string): void {
    if (id === this.#request.package) return
    this.#request = { ...this.#request, package: id }
    void this.refresh()
  }

  /** Loads a new snapshot for the same person. */
  refresh(): Promise<void> {
    return this.#load('fetched', async () => unedited(await fetchSnapshot(this.#request)))
  }

  /** Offers the gate its own snapshot with more roles written into it. */
  loadEdited(): Promise<void> {
    return this.#load('edited', async () => {
      const token = this.#token || (await fetchSnapshot(this.#request))
      const { catalog } = this.#state
      return catalog ? tamper(token, catalog) : unedited(token)
    })
  }

  /** Offers the gate a snapshot that has expired. */
  loadExpired(): Promise<void> {
    return this.#load('expired', async () =>
      unedited(await fetchSnapshot({ ...this.#request, expired: true })),
    )
  }

  /** Advances the gate's clock; the page's clock stays as it is. */
  advanceClock(milliseconds: number): void {
    this.#clockOffset += milliseconds
    this.#update({})
  }

  dismissRefusal(): void {
    this.#update({ refusal: null })
  }

  /** Ends the session. Answers that are still on their way are dropped. */
  dispose(): void {
    this.#isDisposed = true
    clearTimeout(this.#renewalTimer)
    this.#state.gate?.dispose()
    this.#listeners.clear()
  }

  async #start(): Promise<void> {
    const { demo, records, start } = this.#options
    try {
      const catalog = await fetchCatalog(this.#request.product)
      const keys = await fetchKeys()
      if (this.#isDisposed) return
      const gate = createGate({
        keys,
        catalog,
        issuer: demo.issuer,
        audience: demo.audience,
        subject: this.#request.person,
        records,
        now: () => Date.now() + this.#clockOffset,
      })
      gate.subscribe(() => this.#gateChanged())
      this.#catalogText = catalog
      this.#update({ gate, catalog: new DisplayCatalog(catalog) })
    } catch (error) {
      this.#update({ refusal: refusalOf(error, 'fetched', []) })
      return
    }
    if (start === 'fresh') await this.refresh()
    if (start === 'expired') await this.loadExpired()
    if (start === 'edited') await this.loadEdited()
  }

  async #load(kind: Refusal['kind'], fetchToken: () => Promise<EditedToken>): Promise<void> {
    const { gate } = this.#state
    if (!gate) return
    this.#latestLoad += 1
    const load = this.#latestLoad
    let edits: EditedToken['edits'] = []
    try {
      const fetched = await fetchToken()
      edits = fetched.edits
      if (load !== this.#latestLoad || this.#isDisposed) return
      await gate.load(fetched.token)
      if (load !== this.#latestLoad) return
      this.#token = fetched.token
      const claims = readUnverified(fetched.token)
      const catalog = new DisplayCatalog(this.#catalogText, claims.roles)
      this.#update({ claims, catalog, refusal: this.#refusalAfterLoad() })
    } catch (error) {
      if (load === this.#latestLoad) this.#update({ refusal: refusalOf(error, kind, edits) })
    }
  }

  /**
   * The refusal to keep once a snapshot has loaded: an attempt to break the one that was in force
   * stays on the screen, also when that one is renewed meanwhile.
   */
  #refusalAfterLoad(): Refusal | null {
    const { refusal, status } = this.#state
    const wasInForce = status === 'ready' || status === 'stale'
    return wasInForce && refusal?.kind !== 'fetched' ? refusal : null
  }

  #gateChanged(): void {
    this.#update({})
    if (this.#state.status === 'stale') this.#renew()
  }

  /** Fetches the next snapshot while the present one is stale but still in force. */
  #renew(): void {
    if (this.#renewalTimer !== undefined || this.#isDisposed || this.#clockOffset > 0) return
    void this.refresh()
    this.#renewalTimer = setTimeout(() => {
      this.#renewalTimer = undefined
      if (this.#state.status === 'stale') this.#renew()
    }, MIN_RENEWAL_INTERVAL)
  }

  #update(change: Partial<SessionState>): void {
    if (this.#isDisposed) return
    const next = { ...this.#state, ...change }
    const status = statusOf(next.gate, next.refusal)
    const shown = status === 'ready' ? this.#shownQuestions(next) : next.shown
    this.#state = { ...next, status, shown }
    for (const listener of this.#listeners) listener()
  }

  #shownQuestions({ gate, catalog }: SessionState): ShownQuestions {
    const shown = new Map<string, ReadonlySet<string>>()
    if (!gate || !catalog) return shown
    for (const workspace of this.#options.workspaces) {
      const view = gate.in(workspace)
      const questions = catalog.questions.filter(question => {
        const { code, outcome } = view.decide(question)
        return code === 'record-required' ? view.maybe(question) : outcome !== 'hide'
      })
      shown.set(workspace, new Set(questions))
    }
    return shown
  }
}

function unedited(token: string): EditedToken {
  return { token, edits: [] }
}
