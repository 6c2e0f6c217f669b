import { handle } from '../handle.ts'
import {
  type Arriving,
  type CatalogFile,
  createGate,
  type Gate,
  type GateOptions,
  type RegisteredRecords,
} from '../index.ts'
import { report } from '../report.ts'
import type { Catalog } from './catalog.ts'
import { claimsOf } from './claims.ts'
import { isListed } from './hosts.ts'
import type { Scenario } from './scenario.ts'
import { SharedCatalogs } from './shared-catalogs.ts'
import { createStage, type Showing, type Stage, type StageOptions } from './stage.ts'
import { type SwitchableGate, switchableGate } from './switchable.ts'

/** Where {@link previewable} offers previews. */
export interface PreviewableOptions {
  /**
   * The hosts on whose pages previews are offered, as `staging.chat.example`; `*.chat.example` is every
   * host below. By default the own machine: `localhost`, `*.localhost`, `127.0.0.1` and `[::1]`. On all
   * others `preview` is `undefined` and the gate is as if it had been made without.
   */
  readonly hosts?: readonly string[] | undefined
}

/** A gate that somebody else loads, such as that of a client, and what previews need besides. */
export interface LoadedGate<Records = RegisteredRecords>
  extends Pick<GateOptions<Records>, 'records' | 'strict'> {
  /** The gate. */
  readonly gate: Gate
  /** The catalogs that scenarios may name, or what gets them when the first preview is asked for. */
  readonly catalog:
    | Arriving<CatalogFile>
    | readonly Arriving<CatalogFile>[]
    | (() => Arriving<CatalogFile>)
}

/** A gate that can be looked at as anyone. */
export interface PreviewableGate extends Gate {
  /** What enters and leaves previews; `undefined` on a host that is not listed. */
  readonly preview: Preview | undefined
}

/** Previews in an application. Its methods need no `this`. */
export interface Preview {
  /** The scenario that the gate answers for; `undefined` while it answers for the person themselves. */
  readonly scenario: Scenario | undefined
  /**
   * What the server says of the person, as scenarios to start from: one for each membership of the snapshot
   * that was loaded last. Empty before, and where the gate is loaded by somebody else.
   */
  readonly own: readonly Scenario[]
  /**
   * The catalogs that scenarios may name, in the order in which they became known.
   *
   * @throws GateError (as a rejection) where they cannot be fetched or read
   */
  catalogs(): Promise<readonly Catalog[]>
  /**
   * Lets the gate answer for a scenario from now on, as `show` of a {@link Stage} does. Where it is refused,
   * everything stays as it is.
   *
   * @throws GateError (as a rejection) as `catalogs`
   */
  show(scenario: unknown): Promise<Showing>
  /** Lets the gate answer for the person again, with the newest snapshot that was loaded. */
  exit(): void
  /**
   * Calls `listener` after every change of `scenario` or `own`.
   *
   * @returns a function that removes the listener
   */
  subscribe(listener: () => void): () => void
}

/**
 * Makes a gate with previews: an object with a gate's interface that asks one of two gates. The real one
 * trusts the application's keys and nothing else; another one trusts a key made in this page, and is what
 * answers during a preview. No snapshot of a preview ever reaches the real gate, which goes on loading
 * meanwhile, so leaving a preview shows the person's newest rights at once.
 *
 * A preview changes what the page shows. It gives nobody a right: the server knows nothing of it.
 *
 * ```ts
 * // Bundlers leave the import out of what they build for production.
 * const make = import.meta.env.DEV ? (await import('rolegate/preview')).previewable : createGate
 * export const gate = make(options)
 * ```
 *
 * `clear` and `dispose` also leave the preview: who signs out sees nothing more.
 *
 * @param options - those of `createGate`, or a gate that somebody else loads: `{ gate: client.gate, catalog }`
 * @throws TypeError for a wrong option
 */
export function previewable<Records = RegisteredRecords>(
  options: GateOptions<Records> | LoadedGate<Records>,
  { hosts }: PreviewableOptions = {},
): PreviewableGate {
  const isHere = isListed(globalThis.location?.hostname, hosts)
  const { records, strict } = options as Pick<StageOptions, 'records' | 'strict'>
  const stage = { records, strict }
  if ('gate' in options) {
    const { gate, catalog } = options
    if (!isHere) return without(gate)
    const files = () =>
      new SharedCatalogs(typeof catalog === 'function' ? catalog() : catalog).files
    return new Previews(gate, { known: () => 0, files }, stage).handle()
  }
  if (!isHere) return without(createGate(options))
  const shared = new SharedCatalogs(options.catalog)
  const real = createGate({ ...options, catalog: shared.option })
  const source = { known: () => shared.files.length, files: () => shared.files }
  return new Previews(real, source, stage).handle()
}

/** Where the catalogs come from. */
interface Source {
  /** How many are known, where more may come. */
  known(): number
  files(): SharedCatalogs['files']
}

function without(gate: Gate): PreviewableGate {
  return handle<PreviewableGate, Gate>({ preview: undefined }, gate)
}

/** The two gates, and who answers. */
class Previews {
  readonly #real: Gate
  readonly #source: Source
  readonly #options: Omit<StageOptions, 'catalogs'>
  readonly #switchable: SwitchableGate
  readonly #listeners = new Set<() => void>()
  #own: readonly Scenario[] = []
  #stage: Promise<Stage> | undefined
  /** How many catalogs were known when the stage was made. */
  #known = 0
  /** The stage that answers during a preview. */
  #shown: Stage | undefined
  #calls = 0

  constructor(real: Gate, source: Source, options: Omit<StageOptions, 'catalogs'>) {
    this.#real = real
    this.#source = source
    this.#options = options
    this.#switchable = switchableGate(real, {
      load: token => this.#load(token),
      clear: () => {
        real.clear()
        this.#leave()
      },
      dispose: () => {
        real.dispose()
        this.#leave()
        this.#forget()
      },
    })
    // Signed out, or on the way to another person, perhaps by a client that holds the real gate.
    real.subscribe(() => {
      if (real.state === 'empty') this.#leave()
    })
  }

  handle(): PreviewableGate {
    const scenario = () => this.#shown?.scenario
    const own = () => this.#own
    const preview = handle<Preview>({
      get scenario() {
        return scenario()
      },
      get own() {
        return own()
      },
      catalogs: async () => (await this.#ready()).catalogs,
      show: value => this.#show(value),
      exit: () => this.#exit(),
      subscribe: listener => {
        const entry = () => listener()
        this.#listeners.add(entry)
        return () => this.#listeners.delete(entry)
      },
    })
    return handle<PreviewableGate, Gate>({ preview }, this.#switchable.gate)
  }

  async #load(token: string): Promise<void> {
    await this.#real.load(token)
    // A later load may have come first, or a `clear`.
    const { seq, scenarios } = claimsOf(token)
    if (seq !== this.#real.seq) return
    this.#own = scenarios
    this.#tell()
  }

  async #show(value: unknown): Promise<Showing> {
    this.#calls += 1
    const call = this.#calls
    const stage = await this.#ready()
    if (call !== this.#calls) return { outcome: 'dropped' }
    const showing = await stage.show(value)
    if (call !== this.#calls) return { outcome: 'dropped' }
    if (showing.outcome === 'shown') {
      const before = this.#shown
      this.#shown = stage
      this.#switchable.use(stage.gate)
      if (before !== stage) before?.dispose()
      this.#tell()
    }
    return showing
  }

  /** The stage with all catalogs that are known. */
  #ready(): Promise<Stage> {
    const known = this.#source.known()
    if (this.#stage !== undefined && known <= this.#known) return this.#stage
    this.#forget()
    this.#known = known
    const stage = this.#make()
    this.#stage = stage
    stage.catch(() => {
      // What could not be fetched is asked for again.
      if (this.#stage === stage) this.#stage = undefined
    })
    return stage
  }

  async #make(): Promise<Stage> {
    const catalogs = await Promise.all(this.#source.files())
    return createStage({ ...this.#options, catalogs })
  }

  /** Gives up the stage; one that answers does so until another one is shown. */
  #forget(): void {
    this.#stage?.then(
      stage => {
        if (stage !== this.#shown) stage.dispose()
      },
      () => {},
    )
    this.#stage = undefined
  }

  #exit(): void {
    this.#calls += 1
    if (this.#shown === undefined) return
    this.#shown = undefined
    this.#switchable.use(this.#real)
    this.#tell()
  }

  /** Nobody is signed in any more. */
  #leave(): void {
    const wasKnown = this.#own.length > 0
    this.#own = []
    if (wasKnown && this.#shown === undefined) this.#tell()
    this.#exit()
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener()
      } catch (error) {
        report(error)
      }
    }
  }
}
