import { Announcer } from './announcer.ts'
import { Core, start } from './binding.ts'
import { type CatalogIndex, catalogIndex } from './catalog.ts'
import { CatalogSource, tooLong } from './catalog-source.ts'
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
import { TimeWindow } from './time-window.ts'
import { checkToken } from './token.ts'
import type { CatalogName, GateState } from './types.ts'

type EngineState = (typeof STATES)[number]

/** A catalog that a snapshot lacks, and whom the snapshot is about. */
interface Wanted extends CatalogName {
  readonly subject: string
}

/** A call of `load`. */
interface Load {
  readonly token: string
  /** Its place in the order of calls. */
  readonly place: number
  /** How often the gate had been cleared when it was called. */
  readonly clearings: number
}

/** A catalog for the snapshot of a load, and whom that is about. */
interface Found<File> {
  readonly file: File
  readonly subject: string
}

/**
 * The engine's object for one gate, and the time: what all views of the gate share.
 * It decides nothing but whether anything can be decided.
 */
export class Session {
  readonly options: Options
  /** What the catalog of the snapshot in force says, or the only one there is, once the engine has run. */
  catalog: CatalogIndex | undefined
  core: Core | undefined
  /** Grows whenever the snapshot in force changes. */
  epoch = 0
  /** Grows whenever an answer may have changed. */
  #version = 0
  /** Positions of the memberships in force, by workspace. */
  memberships: ReadonlyMap<string, number> = new Map()
  seq: number | undefined
  subject: string | undefined
  stale = false
  readonly announcer: Announcer = new Announcer(() => this.#untilChange())

  #denial = NO_SNAPSHOT
  /** The turn in which the denial holds whatever the clock says, or -1. */
  #turn = -1
  readonly #window = new TimeWindow()
  #failed = false
  #disposed = false
  // Grows with everything that takes back what was asked for before.
  #clearings = 0
  readonly #source: CatalogSource | undefined
  #loads = 0
  /** The place of the load whose snapshot is in force. */
  #place = 0
  // What the engine would remember, had it not been lost.
  readonly #highest = new Map<string, number>()

  constructor(options: Options) {
    this.options = options
    const { find } = options.catalog
    this.#source = find && new CatalogSource(find)
  }

  /** The code for which everything is denied right now, or `GRANTED` while the gate decides. */
  denial(): number {
    if (turn !== this.#turn) this.#look()
    return this.#denial
  }

  version(): number {
    // Asking for the time may find that there is another answer now.
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
    try {
      if (!this.#disposed) await start()
      const search = this.#enforce(load)
      if (search !== undefined) {
        // The function that finds it is the app's code, and may have cleared the gate.
        this.#refuseCleared(load)
        const file = await search.file
        // A trap may have come meanwhile.
        if (!this.#disposed) await start()
        this.#enforce(load, { file, subject: search.subject })
      }
    } catch (error) {
      if (!this.#disposed && this.core?.alive !== true) this.#lost()
      throw error
    } finally {
      this.announcer.announce()
    }
  }

  clear(): void {
    this.#clearings += 1
    this.#source?.abandon(cleared())
    const { core } = this
    if (core?.alive === true && this.seq !== undefined) {
      try {
        this.#tellLatest(core)
        core.use(engine => engine.clear())
        this.#changed(core)
      } catch {
        this.#lost()
      }
    }
    this.announcer.announce()
  }

  dispose(): void {
    if (this.#disposed) return
    this.#disposed = true
    this.clear()
    const { core } = this
    this.core = undefined
    this.#failed = false
    this.#changed(undefined)
    this.announcer.end()
    try {
      core?.free()
    } catch {
      // Nothing of it is used again.
    }
  }

  /** Puts a snapshot in force; where its catalog is neither held nor found, lets it be searched for. */
  #enforce(load: Load, found?: Found<Uint8Array>): Found<Promise<Uint8Array>> | undefined {
    const core = this.#opened()
    // The app's clock is its own code, and may clear or dispose the gate.
    const now = this.#now()
    this.#refuseCleared(load)
    this.#tellLatest(core)
    const { token } = load
    if (found !== undefined) {
      this.#refuseOvertaken(load, found.subject)
      core.use(engine => engine.keep(found.file, token, now))
    }
    try {
      core.use(engine => engine.load(token, now))
    } catch (error) {
      const source = found === undefined ? this.#source : undefined
      if (errorCode(error) !== 'ERR_CATALOG_MISMATCH' || source === undefined) throw error
      const wanted: Wanted | undefined = core.use(engine => engine.wanted(token, now))
      if (wanted === undefined) throw error
      return { file: source.find(wanted), subject: wanted.subject }
    }
    this.#outdate()
    this.#refuseRollback(core)
    this.#changed(core)
    this.#place = load.place
    return undefined
  }

  #refuseCleared({ clearings }: Load): void {
    if (clearings !== this.#clearings) throw cleared()
  }

  // Of one person the newest snapshot wins, as the engine sees to. Of two people none is newer, so it
  // is the one that was loaded last.
  #refuseOvertaken({ place }: Load, subject: string): void {
    if (this.#place > place && this.subject !== undefined && this.subject !== subject) {
      throw new GateError(
        'ERR_SNAPSHOT_ROLLBACK',
        "a later call has loaded another person's snapshot while the catalog was being found",
      )
    }
  }

  // Apart from `load`: a promise would ask a core for its `then`, and a script that has put one on
  // `Object.prototype` would have the core.
  #opened(): Core {
    if (this.#disposed) throw engineUnavailable('the gate is disposed')
    if (this.core?.alive === true) return this.core
    const core = this.#newCore()
    this.core = core
    this.#failed = false
    this.#changed(core)
    return core
  }

  #newCore(): Core {
    const { keys, catalog, issuer, audience, subject, leastSeq, leeway, maxLifetime } = this.options
    if (keys.length > KEY_SET_BYTES) {
      throw new GateError('ERR_KEYS_INVALID', `the key set is longer than ${KEY_SET_BYTES} bytes`)
    }
    const { files } = catalog
    if (files.some(file => file.length > CATALOG_BYTES)) throw tooLong()
    return new Core(
      Engine =>
        new Engine(keys, [...files], issuer, audience, subject, leastSeq, leeway, maxLifetime),
    )
  }

  // The engine remembers this itself, until it is lost.
  #refuseRollback(core: Core): void {
    const subject = core.use(engine => engine.subject()) ?? ''
    const seq = core.use(engine => engine.seq()) ?? 0
    const highest = this.#highest.get(subject) ?? 0
    if (seq < highest) {
      core.use(engine => engine.clear())
      this.#changed(core)
      throw new GateError(
        'ERR_SNAPSHOT_ROLLBACK',
        '`seq` is less than that of a snapshot seen before',
      )
    }
    this.#highest.set(subject, seq)
  }

  #changed(core: Core | undefined): void {
    this.#outdate()
    const ids: readonly string[] = core?.use(engine => engine.memberships()) ?? []
    this.catalog = core?.use(catalogIndex) ?? this.catalog
    this.seq = core?.use(engine => engine.seq())
    this.subject = core?.use(engine => engine.subject())
    this.memberships = new Map(ids.map((workspace, position) => [workspace, position]))
  }

  /** Nothing that was found out holds any more, whatever fails afterwards. */
  #outdate(): void {
    this.epoch += 1
    this.#version += 1
    this.#turn = -1
    this.#window.close()
    this.memberships = new Map()
  }

  /** There is no engine, or none that can be asked. */
  #lost(): void {
    this.core = undefined
    this.#failed = true
    this.#changed(undefined)
  }

  #look(): void {
    const { now: ownClock } = this.options
    const now = this.#now()
    // The app's own clock is read for every question.
    this.#turn = ownClock === undefined && isHeld() ? turn : -1
    if (this.core?.alive !== true || !this.#window.advance(now)) this.#observe(now)
  }

  #observe(now: number): void {
    if (this.core !== undefined && !this.core.alive) this.#lost()
    const before = this.#denial
    const wasStale = this.stale
    const state = this.#engineState(now)
    this.stale = state === 'stale'
    this.#denial = this.#failed ? ENGINE_UNAVAILABLE : denialOf(state)
    if (before !== this.#denial || wasStale !== this.stale) {
      this.#version += 1
      this.announcer.announceSoon()
    }
  }

  #engineState(now: number): EngineState {
    const { core } = this
    if (core === undefined) return 'empty'
    try {
      this.#tellLatest(core)
      const state = core.use(engine => engine.state(now) as EngineState)
      // A clock that is not believed may be believed again at any time.
      if (state !== 'not-yet-valid') {
        this.#window.open(
          now,
          core.use(engine => engine.next_change(now)),
        )
      }
      return state
    } catch {
      this.#lost()
      return 'empty'
    }
  }

  /** Tells the engine the latest time that was seen, so that it notices a clock that is set back. */
  #tellLatest(core: Core): void {
    const latest = this.#window.close()
    if (latest !== undefined) core.use(engine => engine.state(latest))
  }

  #now(): number {
    const { now } = this.options
    return now === undefined ? currentTime() : timeOf(now)
  }

  #untilChange(): number | undefined {
    const now = this.#now()
    try {
      const next = this.core?.use(engine => engine.next_change(now))
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
