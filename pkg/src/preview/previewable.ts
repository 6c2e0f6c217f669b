import { sessionOf } from '../gate.ts'
import { handle } from '../handle.ts'
import {
  type Arriving,
  type CatalogFile,
  createGate,
  type Gate,
  type GateOptions,
  type Question,
  type RegisteredRecords,
} from '../index.ts'
import { report } from '../report.ts'
import type { Catalog } from './catalog.ts'
import { claimsOf } from './claims.ts'
import { isListed } from './hosts.ts'
import { kept } from './memory.ts'
import type { Scenario } from './scenario.ts'
import { SharedCatalogs } from './shared-catalogs.ts'
import { createStage, type Showing, type Stage, type StageOptions } from './stage.ts'
import { type SwitchableGate, switchableGate } from './switchable.ts'

/** Where {@link previewable} offers previews. */
export interface PreviewableOptions {
  /**
   * The hosts on whose pages previews are offered, as `staging.chat.example`; `*.chat.example` is every
   * host below. They have no port: every port counts. By default the own machine: `localhost`,
   * `*.localhost`, `127.0.0.1` and `[::1]`. On all others `preview` is `undefined` and the gate is as if it
   * had been made without.
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
   * that was loaded last, by whomever. Empty before. The same array until it says something else.
   */
  readonly own: readonly Scenario[]
  /**
   * The roles by which the server knows the person: those of the first of `own`, or else, for a gate of
   * another copy of the package, those that it explains its answers with. Empty where they are not known.
   */
  readonly ownRoles: readonly string[]
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
 * In a tab that showed somebody else before it was loaded again, the gate is `empty` until it shows them
 * again, and `load` waits for that, so that the page never shows the person's own rights in between.
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
    return new Previews(gate, { isFound: false, known: () => 0, files }, stage).handle()
  }
  if (!isHere) return without(createGate(options))
  const shared = new SharedCatalogs(options.catalog)
  const real = createGate({ ...options, catalog: shared.option })
  const source = {
    isFound: shared.files.length === 0,
    known: () => shared.files.length,
    files: () => shared.files,
  }
  return new Previews(real, source, stage).handle()
}

/** Where the catalogs come from. */
interface Source {
  /** Whether none is there before a snapshot has named it. */
  readonly isFound: boolean
  /** How many are known, where more may come. */
  known(): number
  files(): SharedCatalogs['files']
}

function without(gate: Gate): PreviewableGate {
  return handle<PreviewableGate, Gate>({ preview: undefined }, gate)
}

/** What is known while no snapshot is in force. */
const NOBODY: { readonly token: undefined; readonly scenarios: readonly Scenario[] } = {
  token: undefined,
  scenarios: Object.freeze([]),
}

/** The two gates, and who answers. */
class Previews {
  readonly #real: Gate
  readonly #source: Source
  readonly #options: Omit<StageOptions, 'catalogs'>
  readonly #switchable: SwitchableGate
  /** What the tab showed before it was loaded again, until that is asked for. */
  #kept = kept()
  #resumed: Promise<void> | undefined
  /** The gate that knows nobody, and answers until then. */
  #nobody: Gate | undefined
  readonly #listeners = new Set<() => void>()
  /** What the server says of the person, and the text of the snapshot that says it. */
  #own: { readonly token: string | undefined; readonly scenarios: readonly Scenario[] } = NOBODY
  /** What the listeners were told of that. */
  #told = NOBODY.scenarios
  #stage: Promise<Stage> | undefined
  /** How many catalogs were known when the stage was made. */
  #known = 0
  /** The stage that answers during a preview. */
  #shown: Stage | undefined
  #calls = 0
  #isDisposed = false

  constructor(real: Gate, source: Source, options: Omit<StageOptions, 'catalogs'>) {
    this.#real = real
    this.#source = source
    this.#options = options
    this.#nobody = this.#kept === undefined ? undefined : gateOfNobody()
    this.#switchable = switchableGate(this.#nobody ?? real, {
      load: token => this.#load(token),
      clear: () => {
        real.clear()
        this.#exit()
      },
      dispose: () => {
        this.#isDisposed = true
        real.dispose()
        this.#exit()
        this.#forget()
      },
    })
    // Signed out, or on the way to another person, perhaps by a client that holds the real gate.
    real.subscribe(() => {
      if (real.state === 'empty') this.#exit()
    })
    // A snapshot may say something else of the person, and change no answer.
    const check = () => {
      if (this.#ownScenarios() !== this.#told) this.#tell()
    }
    sessionOf(real)?.notifier.add({ check })
    if (!source.isFound) this.#resumed = this.#resume()
  }

  handle(): PreviewableGate {
    const scenario = () => this.#shown?.scenario
    const own = () => this.#ownScenarios()
    const ownRoles = () => own()[0]?.roles ?? rolesIn(this.#real)
    const preview = handle<Preview>({
      get scenario() {
        return scenario()
      },
      get own() {
        return own()
      },
      get ownRoles() {
        return ownRoles()
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
    try {
      await this.#real.load(token)
    } finally {
      this.#resumed ??= this.#resume()
      await this.#resumed
    }
  }

  #ownScenarios(): readonly Scenario[] {
    const token = sessionOf(this.#real)?.token
    if (token !== this.#own.token) {
      const scenarios = token === undefined ? NOBODY.scenarios : claimsOf(token).scenarios
      const before = this.#own.scenarios
      const isSame = JSON.stringify(scenarios) === JSON.stringify(before)
      this.#own = { token, scenarios: isSame ? before : scenarios }
    }
    return this.#own.scenarios
  }

  /** Shows what the tab showed before it was loaded again, if it still can be. */
  async #resume(): Promise<void> {
    const scenario = this.#kept
    this.#kept = undefined
    if (scenario === undefined) return
    try {
      await this.#show(scenario)
    } catch {
      // Where it cannot, the person sees what is theirs.
    }
  }

  async #show(value: unknown): Promise<Showing> {
    if (this.#isDisposed) return { outcome: 'dropped' }
    this.#calls += 1
    const call = this.#calls
    try {
      return await this.#showLast(value, call)
    } finally {
      if (call === this.#calls) this.#stopWaiting()
    }
  }

  /** Lets the real gate answer, if none does. */
  #stopWaiting(): void {
    const waiting = this.#nobody
    if (waiting === undefined) return
    this.#nobody = undefined
    if (this.#switchable.current === waiting) this.#switchable.use(this.#real)
    waiting.dispose()
  }

  async #showLast(value: unknown, call: number): Promise<Showing> {
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
    this.#stopWaiting()
    if (this.#shown === undefined) return
    this.#shown = undefined
    this.#switchable.use(this.#real)
    this.#tell()
  }

  #tell(): void {
    this.#told = this.#ownScenarios()
    for (const listener of [...this.#listeners]) {
      try {
        listener()
      } catch (error) {
        report(error)
      }
    }
  }
}

/** A gate that is never loaded. */
function gateOfNobody(): Gate {
  const never = new Promise<never>(() => {})
  return createGate({
    keys: never,
    catalog: never,
    issuer: 'nobody',
    audience: 'nobody',
    lazy: true,
  })
}

/** The roles that a gate names where it explains an answer. */
function rolesIn(gate: Gate): readonly string[] {
  for (const permission of Object.keys(gate.decideAll())) {
    const { trace } = gate.explain(permission as Question)
    const roles = trace.flatMap(step => (step.step === 'role' ? step.role : []))
    if (roles.length > 0) return [...new Set(roles)]
  }
  return []
}
