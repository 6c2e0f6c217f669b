import { createGate, type Gate } from 'rolegate'
import {
  type Demo,
  fetchCatalog,
  fetchKeys,
  fetchSnapshot,
  type SnapshotRequest,
} from '../demo/api.ts'
import { Names } from '../demo/names.ts'
import { readUnverified } from '../demo/token.ts'
import type { Start } from '../route.ts'
import { promoted } from './edit.ts'
import { type Edit, type Refusal, refusalOf } from './refusal.ts'
import { NOTHING, stageOf, type View } from './view.ts'

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
  readonly #demo: Demo
  readonly #listeners = new Set<() => void>()
  #token = ''
  #turn = 0
  #ahead = 0
  #over = false

  constructor(demo: Demo, request: SnapshotRequest, start: Start) {
    this.#demo = demo
    this.#request = request
    void this.#begin(start)
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
    return this.#load('edited', async () => this.#promoted(this.#token))
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
    this.#view.gate?.dispose()
    this.#listeners.clear()
  }

  async #begin(start: Start): Promise<void> {
    try {
      const catalog = await fetchCatalog(this.#request.product)
      const keys = await fetchKeys()
      if (this.#over) return
      const gate = createGate({
        keys,
        catalog,
        issuer: this.#demo.issuer,
        audience: this.#demo.audience,
        subject: this.#request.person,
        now: () => Date.now() + this.#ahead,
      })
      gate.subscribe(() => this.#noticed())
      this.#show({ gate, names: new Names(catalog) })
    } catch (error) {
      this.#show({ refusal: refusalOf(error, 'fetched', []), busy: false })
      return
    }
    if (start === 'fresh') await this.refresh()
    if (start === 'expired') await this.tryExpired()
    if (start === 'edited') {
      await this.#load('edited', async () => this.#promoted(await fetchSnapshot(this.#request)))
    }
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
      this.#show({ claims: readUnverified(candidate.token), refusal: null, busy: false })
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

  #noticed(): void {
    this.#show({})
    // Stale means: still in force, time for the next one.
    if (this.#view.stage === 'stale' && !this.#view.busy && this.#ahead === 0) void this.refresh()
  }

  #show(change: Partial<View>): void {
    if (this.#over) return
    const next = { ...this.#view, ...change }
    const stage = stageOf(next.gate, next.refusal)
    const seen = stage === 'ready' && next.gate ? seenThrough(next.gate) : next.seen
    this.#view = { ...next, stage, seen }
    for (const listener of this.#listeners) listener()
  }
}

/** The permissions whose controls are on the screen, whichever record they are about. */
function seenThrough(gate: Gate): ReadonlySet<string> {
  const shown = Object.entries(gate.decideAll()).filter(([name, decision]) =>
    decision.code === 'record-required' ? gate.maybe(name) : decision.outcome !== 'hide',
  )
  return new Set(shown.map(([name]) => name))
}
