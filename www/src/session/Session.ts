import { createGate, type GateOptions } from 'rolegate'
import {
  type Demo,
  fetchCatalog,
  fetchKeys,
  fetchSnapshot,
  type SnapshotRequest,
} from '../demo/api.ts'
import { Names } from '../demo/catalog.ts'
import { readUnverified } from '../demo/token.ts'
import type { Start } from '../selection/route.ts'
import { type Edit, type Refusal, refusalOf } from './refusal.ts'
import { NOTHING, type Seen, stageOf, type View } from './state.ts'
import { promoted } from './tamper.ts'

export interface SessionOptions {
  readonly demo: Demo
  /** Whose snapshot, on which package. */
  readonly request: SnapshotRequest
  /** Where the person is a member. */
  readonly workspaces: readonly string[]
  /** How the facts of the product's records are read. */
  readonly records: NonNullable<GateOptions['records']>
  readonly start: Start
}

/** Between two renewals, however early snapshots go stale: a clock may be ahead of the server's. */
const PATIENCE = 30_000

/** A token to load, and what was changed in it after signing. */
interface Candidate {
  readonly token: string
  readonly edits?: readonly Edit[]
}

/**
 * One person using one product: their gate, and the snapshots it is given.
 * A session is never handed on: another person gets another session, so nothing of the former
 * one's rights can be left over.
 */
export class Session {
  #view: View = NOTHING
  #request: SnapshotRequest
  readonly #options: SessionOptions
  #catalog = ''
  readonly #listeners = new Set<() => void>()
  #token = ''
  #turn = 0
  #ahead = 0
  #renewal: ReturnType<typeof setTimeout> | undefined
  #over = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#request = options.request
    void this.#begin()
  }

  readonly view = (): View => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gets the snapshot for another package. The one in force stays until then. */
  choose(pack: string): void {
    if (pack === this.#request.package) return
    this.#request = { ...this.#request, package: pack }
    void this.refresh()
  }

  /** Gets a new snapshot for the same person. */
  refresh(): Promise<void> {
    return this.#load('fetched', async () => ({ token: await fetchSnapshot(this.#request) }))
  }

  /** Offers the gate its own snapshot with more roles written into it. */
  tryEdited(): Promise<void> {
    return this.#load('edited', async () =>
      this.#promoted(this.#token || (await fetchSnapshot(this.#request))),
    )
  }

  /** Offers the gate a snapshot that has run out. */
  tryExpired(): Promise<void> {
    return this.#load('expired', async () => ({ token: await this.#expired() }))
  }

  /** Lets time pass for the gate alone. */
  skip(milliseconds: number): void {
    this.#ahead += milliseconds
    this.#show({})
  }

  dismiss(): void {
    this.#show({ refusal: null })
  }

  /** Ends the session: whatever is still on its way is dropped. */
  dispose(): void {
    this.#over = true
    clearTimeout(this.#renewal)
    this.#view.gate?.dispose()
    this.#listeners.clear()
  }

  async #begin(): Promise<void> {
    const { demo, records, start } = this.#options
    try {
      const catalog = await fetchCatalog(this.#request.product)
      const keys = await fetchKeys()
      if (this.#over) return
      const gate = createGate({
        keys,
        catalog,
        issuer: demo.issuer,
        audience: demo.audience,
        subject: this.#request.person,
        records,
        now: () => Date.now() + this.#ahead,
      })
      gate.subscribe(() => this.#noticed())
      this.#catalog = catalog
      this.#show({ gate, names: new Names(catalog) })
    } catch (error) {
      this.#show({ refusal: refusalOf(error, 'fetched', []), busy: false })
      return
    }
    if (start === 'fresh') await this.refresh()
    if (start === 'expired') await this.tryExpired()
    if (start === 'edited') await this.tryEdited()
  }

  async #load(kind: Refusal['kind'], make: () => Promise<Candidate>): Promise<void> {
    const { gate } = this.#view
    if (!gate) return
    this.#turn += 1
    const turn = this.#turn
    this.#show({ busy: true })
    let edits: readonly Edit[] = []
    try {
      const candidate = await make()
      edits = candidate.edits ?? []
      // A later wish overtakes this one.
      if (turn !== this.#turn || this.#over) return
      await gate.load(candidate.token)
      if (turn !== this.#turn) return
      this.#token = candidate.token
      const claims = readUnverified(candidate.token)
      const names = new Names(this.#catalog, claims.roles)
      this.#show({ claims, names, refusal: this.#stillTold(), busy: false })
    } catch (error) {
      if (turn === this.#turn) this.#show({ refusal: refusalOf(error, kind, edits), busy: false })
    }
  }

  #promoted(token: string): Candidate {
    const { names } = this.#view
    return names ? promoted(token, names) : { token }
  }

  #expired(): Promise<string> {
    return fetchSnapshot({ ...this.#request, expired: true })
  }

  /** The refusal that is worth telling after a snapshot was loaded: an attempt that failed. */
  #stillTold(): Refusal | null {
    const { refusal, stage } = this.#view
    const wasInForce = stage === 'ready' || stage === 'stale'
    return wasInForce && refusal?.kind !== 'fetched' ? refusal : null
  }

  #noticed(): void {
    this.#show({})
    if (this.#view.stage === 'stale') this.#renew()
  }

  /** Stale means: still in force, time for the next one. */
  #renew(): void {
    if (this.#renewal !== undefined || this.#over || this.#ahead > 0) return
    void this.refresh()
    this.#renewal = setTimeout(() => {
      this.#renewal = undefined
      if (this.#view.stage === 'stale') this.#renew()
    }, PATIENCE)
  }

  #show(change: Partial<View>): void {
    if (this.#over) return
    const next = { ...this.#view, ...change }
    const stage = stageOf(next.gate, next.refusal)
    const seen = stage === 'ready' ? this.#seen(next) : next.seen
    this.#view = { ...next, stage, seen }
    for (const listener of this.#listeners) listener()
  }

  #seen({ gate, names }: View): Seen {
    const seen = new Map<string, ReadonlySet<string>>()
    if (!gate || !names) return seen
    for (const workspace of this.#options.workspaces) {
      const view = gate.in(workspace)
      const shown = names.questions.filter(question => {
        const { code, outcome } = view.decide(question)
        return code === 'record-required' ? view.maybe(question) : outcome !== 'hide'
      })
      seen.set(workspace, new Set(shown))
    }
    return seen
  }
}
