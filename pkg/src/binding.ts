import { nextTurn } from './clock.ts'
import { isEngine, notUsable } from './engine-source.ts'
import { engineUnavailable, errorCode, GateError } from './errors.ts'
import * as glue from './glue/rolegate.js'

// The only file that touches generated glue. One instance of the engine serves all gates of the page.
// After a trap its state is unknown, so it is given up whole and no part of it is called again.

/** The glue's handle. It is used only inside {@link EngineGuard.use}. */
export type Engine = glue.Engine

/** Receives what developers should know about a start that succeeded. */
export type Note = (what: string) => void

/** Finds the engine's code. */
export type ModuleSource = (note: Note) => WebAssembly.Module | Promise<WebAssembly.Module>

/** Grows with every trap: an engine of an earlier generation is dead. */
let generation = 0

let source: ModuleSource | undefined
let noted: string | undefined
let running = false
let started = false
let starting: Promise<void> | undefined
const onTrap = new Set<() => void>()

/** Sets where the engine's code is found. Entry points call it; nothing is loaded yet. */
export function provide(found: ModuleSource): void {
  source = found
}

/** The same, of an entry that others may import too: what was said by another one counts. */
export function provideByDefault(found: ModuleSource): void {
  source ??= found
}

/**
 * Starts the engine, unless it runs. Callers at the same time share one start, and a start that
 * failed is tried again by the next caller.
 *
 * @throws GateError `ERR_ENGINE_UNAVAILABLE` (as a rejection)
 */
export function start(): Promise<void> {
  starting ??= startOnce().finally(() => {
    starting = undefined
  })
  return starting
}

/** Passes on what was noted about the start, to the first caller only. */
export function tellNote(tell: Note): void {
  if (noted === undefined) return
  const note = noted
  noted = undefined
  tell(note)
}

/** Calls `listener` after every trap, until removed. */
export function watchTraps(listener: () => void): () => void {
  onTrap.add(listener)
  return () => onTrap.delete(listener)
}

/** The engine's object for one gate. Whatever it throws is either its own refusal or a trap. */
export class EngineGuard {
  readonly #engine: Engine
  readonly #generation: number
  #freed = false

  /** The engine must have been started. */
  constructor(make: (EngineClass: typeof glue.Engine) => Engine) {
    if (!running) throw engineUnavailable('the engine has stopped')
    this.#generation = generation
    this.#engine = fence(() => make(glue.Engine))
  }

  get alive(): boolean {
    return !this.#freed && this.#generation === generation
  }

  /**
   * Lets `work` ask the engine.
   *
   * @throws GateError with the engine's own code, or `ERR_ENGINE_UNAVAILABLE` after a trap
   */
  use<T>(work: (engine: Engine) => T): T {
    if (!this.alive) throw engineUnavailable('the engine has stopped')
    return fence(() => work(this.#engine))
  }

  /** Releases the memory; a dead engine has none left. */
  free(): void {
    if (!this.alive) return
    this.#freed = true
    fence(() => this.#engine.free())
  }
}

/**
 * The problems of a catalog's file, as the engine lists them. The engine must have been started.
 *
 * @throws GateError `ERR_ENGINE_UNAVAILABLE`
 */
export function problemsOf(file: Uint8Array): unknown {
  if (!running) throw engineUnavailable('the engine has stopped')
  return fence(() => glue.check_catalog(file))
}

async function startOnce(): Promise<void> {
  if (running) return
  if (started) restart()
  else {
    const module = await find()
    if (!isEngine(module)) {
      throw engineUnavailable(
        'the WebAssembly file is not the engine of this build of the package; serve the `rolegate.wasm` of the same version as the script',
      )
    }
    instantiate(() => glue.initSync({ module }))
  }
  running = true
}

async function find(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw engineUnavailable('this runtime has no WebAssembly')
  if (source === undefined) {
    throw engineUnavailable('`rolegate/slim` has no engine yet: call `provideEngine` before `load`')
  }
  try {
    return await source(note => {
      noted = note
    })
  } catch (error) {
    // The app's own function has thrown, or what it gave is not usable as code.
    if (errorCode(error) !== undefined) throw error
    throw engineUnavailable('the function given to `provideEngine` failed', error)
  }
}

function restart(): void {
  instantiate(() => glue.__wbg_reset_state())
}

function instantiate(begin: () => void): void {
  try {
    begin()
    started = true
  } catch (error) {
    // If the engine itself failed, and not its linking, the glue keeps the instance.
    started ||= error instanceof WebAssembly.RuntimeError
    throw notUsable('the engine could not be started from its WebAssembly file', error)
  }
}

function fence<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = errorCode(error)
    if (code !== undefined) throw new GateError(code, (error as Error).message)
    trapped()
    throw engineUnavailable(
      'the engine has stopped after an internal fault; the next `load` starts it again',
      error,
    )
  }
}

function trapped(): void {
  generation += 1
  nextTurn()
  running = false
  // At once and not at the next load: the glue's finalizers compare the instance's number, and would
  // otherwise free objects inside the broken instance.
  try {
    restart()
    running = true
  } catch {
    // The next start tries again.
  }
  for (const listener of [...onTrap]) listener()
}
