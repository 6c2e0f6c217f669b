import { EngineGuard, start } from './binding.ts'
import { type CatalogIndex, catalogIndex } from './catalog.ts'
import { CatalogSource, tooLong } from './catalog-source.ts'
import { ChangeNotifier } from './change-notifier.ts'
import { currentTime, isHeld, timeOf, turn } from './clock.ts'
import {
  ENGINE_UNAVAILABLE,
  EXPIRED,
  GRANTED,
  NO_SNAPSHOT,
  NOT_YET_VALID,
  type STATES,
} from './codes.ts'
import { engineUnavailable, errorCode, GateError } from './errors.ts'
import { CATALOG_BYTES, KEY_SET_BYTES } from './limits.ts'
import type { Options } from './options.ts'
import { Sources } from './sources.ts'
import { TimeWindow } from './time-window.ts'
import { checkToken } from './token.ts'
import type { CatalogName, GateState } from './types.ts'
import { Waits } from './waits.ts'

type EngineState = (typeof STATES)[number]

/** A catalog that the gate does not hold, and the person of the snapshot that names it. */
interface Wanted extends CatalogName {
  readonly subject: string
}

/** A call of `load`. */
interface Load {
  readonly token: string
  /** Its position in the order of calls. */
  readonly place: number
  /** How often the gate had been cleared when it was called. */
  readonly clearings: number
}

/** A catalog for the snapshot of a load, and the person of that snapshot. */
interface Found<File> {
  readonly file: File
  readonly subject: string
}

/**
 * What all views of a gate share: the engine's object, and the time. It says whether the gate decides,
 * and decides nothing else.
 */
export class Session {
  readonly options: Options
  /**
   * The catalog of the snapshot in force, or else the gate's only one; known once the engine has
   * run.
   */
  catalog: CatalogIndex | undefined
  guard: EngineGuard | undefined
  /** Grows whenever the snapshot in force changes. */
  epoch = 0
  /** Grows whenever an answer may have changed. */
  #version = 0
  /** Positions of the memberships in force, by workspace. */
  memberships: ReadonlyMap<string, number> = new Map()
  seq: number | undefined
  subject: string | undefined
  /** The text of the snapshot in force. */
  token: string | undefined
  stale = false
  readonly notifier: ChangeNotifier = new ChangeNotifier(() => this.#untilChange())

  #denial = NO_SNAPSHOT
  /** The turn in which the denial holds without another look at the clock, or -1. */
  #turn = -1
  readonly #window = new TimeWindow()
  /** The engine's object that was made before the first `load`, for that `load`. */
  #early: EngineGuard | undefined
  #failed = false
  #disposed = false
  // Grows with every call that cancels the loads before it.
  #clearings = 0
  readonly #waits = new Waits()
  readonly #sources: Sources
  readonly #source: CatalogSource | undefined
  #loads = 0
  /** The key set of the engine's object. */
  #keys = ''
  /** The position of the load whose snapshot is in force. */
  #place = 0
  // The highest `seq` of each person. The engine remembers it too, but may be lost.
  readonly #highest = new Map<string, number>()

  constructor(options: Options) {
    this.options = options
    this.#sources = new Sources(options)
    const { find } = options.catalog
    this.#source = find && new CatalogSource(find)
  }

  /**
   * Does what the first `load` needs before it is called. Nothing of this can be seen: what fails here
   * is tried again, and reported, by that `load`.
   */
  async startEarly(): Promise<void> {
    try {
      // The caller may still have to say where the engine is.
      await undefined
      await this.#ready()
      if (this.#disposed || this.guard !== undefined) return
      this.#early = this.#newGuard()
      this.#early.use(catalogIndex)
    } catch {
      // As said above.
    }
  }

  /** The code for which everything is denied right now, or `GRANTED` while the gate decides. */
  denial(): number {
    if (turn !== this.#turn) this.#look()
    return this.#denial
  }

  version(): number {
    // Looking at the clock may find that an answer has changed.
    this.denial()
    return this.#version
  }

  state(): GateState {
    switch (this.denial()) {
      case GRANTED:
        return this.stale ? 'stale' : 'ready'
      case ENGINE_UNAVAILABLE:
        return 'failed'
      case NO_SNAPSHOT:
        return 'empty'
      default:
        return 'expired'
    }
  }

  async load(token: unknown): Promise<void> {
    checkToken(token)
    this.#loads += 1
    const load = { token, place: this.#loads, clearings: this.#clearings }
    // With keys that the one in force lacks, whose place it takes once it has a snapshot.
    let renewed: EngineGuard | undefined
    try {
      await this.#waits.for(this.#ready())
      let search: Found<Promise<Uint8Array>> | undefined
      try {
        search = this.#enforce(load)
      } catch (error) {
        const isKeyUnknown = errorCode(error) === 'ERR_KEY_UNKNOWN'
        if (!isKeyUnknown || !(await this.#waits.for(this.#hasOtherKeys()))) throw error
        renewed = this.#newGuard()
        search = this.#enforce(load, undefined, renewed)
      }
      if (search !== undefined) {
        // The function that finds it is the app's code, and may have cleared the gate.
        this.#refuseCleared(load)
        const file = await this.#waits.for(search.file)
        // The engine may have stopped meanwhile.
        await this.#waits.for(this.#ready())
        this.#enforce(load, { file, subject: search.subject }, renewed)
      }
    } catch (error) {
      const isCleared = load.clearings !== this.#clearings
      if (!this.#disposed && !isCleared && this.guard?.alive !== true) this.#lost()
      throw error
    } finally {
      if (renewed !== this.guard) discard(renewed)
      this.notifier.notify()
    }
  }

  clear(): void {
    this.#clearings += 1
    this.#source?.forget()
    this.#waits.end(cleared)
    const { guard } = this
    if (guard?.alive === true && this.seq !== undefined) {
      try {
        this.#tellLatest(guard)
        guard.use(engine => engine.clear())
        this.#changed(guard)
      } catch {
        this.#lost()
      }
    }
    this.notifier.notify()
  }

  dispose(): void {
    if (this.#disposed) return
    this.#disposed = true
    this.clear()
    const guards = [this.guard, this.#early]
    this.guard = undefined
    this.#early = undefined
    this.#failed = false
    this.#changed(undefined)
    this.notifier.end()
    for (const guard of guards) discard(guard)
  }

  /**
   * Puts a snapshot in force, or returns the search for its catalog if the gate does not hold it.
   */
  #enforce(
    load: Load,
    found?: Found<Uint8Array>,
    renewed?: EngineGuard,
  ): Found<Promise<Uint8Array>> | undefined {
    const opened = this.#opened()
    const guard = renewed?.alive === true ? renewed : opened
    // The clock is the app's code and may clear or dispose the gate.
    const now = this.#now()
    this.#refuseCleared(load)
    this.#tellLatest(opened)
    const { token } = load
    if (this.#isInForce(token, guard, now)) {
      this.#place = load.place
      return undefined
    }
    if (found !== undefined) {
      this.#refuseOvertaken(load, found.subject)
      guard.use(engine => engine.keep(found.file, token, now))
    }
    try {
      guard.use(engine => engine.load(token, now))
    } catch (error) {
      const source = found === undefined ? this.#source : undefined
      if (errorCode(error) !== 'ERR_CATALOG_MISMATCH' || source === undefined) throw error
      const wanted: Wanted | undefined = guard.use(engine => engine.wanted(token, now))
      if (wanted === undefined) throw error
      return { file: source.find(wanted), subject: wanted.subject }
    }
    this.#outdate()
    this.#refuseRollback(guard)
    if (guard !== opened) {
      this.guard = guard
      this.#keys = this.#sources.keys
      discard(opened)
    }
    this.#changed(guard)
    this.token = token
    this.#place = load.place
    return undefined
  }

  /**
   * Whether the very text is in force. Its signature and its claims hold then; only its times may have
   * passed, which the engine compares again.
   */
  #isInForce(token: string, guard: EngineGuard, now: number): boolean {
    if (token !== this.token) return false
    const state = guard.use(engine => engine.state(now) as EngineState)
    return state === 'ready' || state === 'stale'
  }

  async #ready(): Promise<void> {
    if (this.#disposed) return
    await start()
    await this.#sources.ready(this.#now())
  }

  #hasOtherKeys(): Promise<boolean> {
    return this.#sources.hasOtherKeys(this.#keys, this.#now())
  }

  #refuseCleared({ clearings }: Load): void {
    if (clearings !== this.#clearings) throw cleared()
  }

  // Of one person's snapshots the newest wins; the engine ensures that. Snapshots of two people have no
  // such order, so the last call of `load` wins.
  #refuseOvertaken({ place }: Load, subject: string): void {
    if (this.#place > place && this.subject !== undefined && this.subject !== subject) {
      throw new GateError(
        'ERR_SNAPSHOT_ROLLBACK',
        "a later call has loaded another person's snapshot while the catalog was being found",
      )
    }
  }

  // Not part of `load`: a promise that resolves to a guard reads its `then`, and a script that has put
  // one on `Object.prototype` would get hold of the guard.
  #opened(): EngineGuard {
    if (this.#disposed) throw engineUnavailable('the gate is disposed')
    if (this.guard?.alive === true) return this.guard
    const guard = this.#early?.alive === true ? this.#early : this.#newGuard()
    this.#early = undefined
    this.guard = guard
    this.#keys = this.#sources.keys
    this.#failed = false
    this.#changed(guard)
    return guard
  }

  #newGuard(): EngineGuard {
    try {
      return this.#guardWith(this.#sources.keys)
    } catch (error) {
      if (errorCode(error) === 'ERR_KEYS_INVALID') this.#sources.refuseKeys(this.#keys)
      throw error
    }
  }

  #guardWith(keys: string): EngineGuard {
    const { issuer, audience, subject, leastSeq, leeway, maxLifetime } = this.options
    const { takesTestKeys } = this.options
    const { files } = this.#sources
    if (keys.length > KEY_SET_BYTES) {
      throw new GateError('ERR_KEYS_INVALID', `the key set is longer than ${KEY_SET_BYTES} bytes`)
    }
    if (files.some(file => file.length > CATALOG_BYTES)) throw tooLong()
    const person = [issuer, audience, subject, leastSeq] as const
    return new EngineGuard(
      Engine => new Engine(keys, [...files], ...person, leeway, maxLifetime, takesTestKeys),
    )
  }

  // The engine checks this itself, unless it was lost in between.
  #refuseRollback(guard: EngineGuard): void {
    const subject = guard.use(engine => engine.subject()) ?? ''
    const seq = guard.use(engine => engine.seq()) ?? 0
    const highest = this.#highest.get(subject) ?? 0
    if (seq < highest) {
      guard.use(engine => engine.clear())
      this.#changed(this.guard)
      throw new GateError(
        'ERR_SNAPSHOT_ROLLBACK',
        '`seq` is less than that of a snapshot loaded before',
      )
    }
    this.#highest.set(subject, seq)
  }

  #changed(guard: EngineGuard | undefined): void {
    this.#outdate()
    const ids: readonly string[] = guard?.use(engine => engine.memberships()) ?? []
    this.catalog = guard?.use(catalogIndex) ?? this.catalog
    this.seq = guard?.use(engine => engine.seq())
    this.subject = guard?.use(engine => engine.subject())
    this.memberships = new Map(ids.map((workspace, position) => [workspace, position]))
  }

  /** Invalidates every earlier answer. It comes first, so that it holds even if the rest fails. */
  #outdate(): void {
    this.epoch += 1
    this.#version += 1
    this.token = undefined
    this.#turn = -1
    this.#window.close()
    this.memberships = new Map()
  }

  /** The engine could not start, or has stopped. */
  #lost(): void {
    this.guard = undefined
    this.#failed = true
    this.#changed(undefined)
  }

  #look(): void {
    const { now: ownClock } = this.options
    const now = this.#now()
    // The app's own clock is read for every question, so nothing is valid for the whole turn.
    this.#turn = ownClock === undefined && isHeld() ? turn : -1
    if (this.guard?.alive !== true || !this.#window.advance(now)) this.#observe(now)
  }

  #observe(now: number): void {
    if (this.guard !== undefined && !this.guard.alive) this.#lost()
    const before = this.#denial
    const wasStale = this.stale
    const state = this.#engineState(now)
    this.stale = state === 'stale'
    this.#denial = this.#failed ? ENGINE_UNAVAILABLE : denialOf(state)
    if (before !== this.#denial || wasStale !== this.stale) {
      this.#version += 1
      this.notifier.notifySoon()
    }
  }

  #engineState(now: number): EngineState {
    const { guard } = this
    if (guard === undefined) return 'empty'
    try {
      this.#tellLatest(guard)
      const state = guard.use(engine => engine.state(now) as EngineState)
      // A clock that is not trusted may be trusted again at any time.
      if (state !== 'not-yet-valid') {
        this.#window.open(
          now,
          guard.use(engine => engine.next_change(now)),
        )
      }
      return state
    } catch {
      this.#lost()
      return 'empty'
    }
  }

  /**
   * Tells the engine the latest time that was seen, so that it notices a clock that is set back.
   */
  #tellLatest(guard: EngineGuard): void {
    const latest = this.#window.close()
    if (latest !== undefined) guard.use(engine => engine.state(latest))
  }

  #now(): number {
    const { now } = this.options
    return now === undefined ? currentTime() : timeOf(now)
  }

  #untilChange(): number | undefined {
    const now = this.#now()
    try {
      const next = this.guard?.use(engine => engine.next_change(now))
      return next === undefined ? undefined : next - now
    } catch {
      return 0
    }
  }
}

function cleared(): GateError {
  return engineUnavailable('the gate was cleared while the snapshot was being loaded')
}

function denialOf(state: EngineState): number {
  switch (state) {
    case 'empty':
      return NO_SNAPSHOT
    case 'ready':
    case 'stale':
      return GRANTED
    case 'expired':
      return EXPIRED
    default:
      return NOT_YET_VALID
  }
}

function discard(guard: EngineGuard | undefined): void {
  try {
    guard?.free()
  } catch {
    // It is not used again.
  }
}
