import { FACTS } from '../codes.ts'
import { handle } from '../handle.ts'
import type { CatalogFile, Gate, GateOptions, RecordFacts, RegisteredRecords } from '../index.ts'
import { testGate, testKeys } from '../testing/person.ts'
import { type Catalog, readCatalog } from './catalog.ts'
import { signScenario } from './parse.ts'
import type { Scenario, ScenarioProblem } from './scenario.ts'
import { switchableGate } from './switchable.ts'

const NAME = 'rolegate-preview'

/** What {@link createStage} takes. */
export interface StageOptions<Records = RegisteredRecords> {
  /** The catalogs that scenarios may name, byte for byte. */
  readonly catalogs: readonly CatalogFile[]
  /**
   * How the facts of records are read, as of `createGate`. A kind that is not listed is read as
   * {@link Scenario.records} writes it.
   */
  readonly records?: GateOptions<Records>['records']
  /** The time in milliseconds of scenarios without `at`. By default that of the call. */
  readonly now?: number | undefined
  /** Whether mistakes of the calling code are reported, as of `createGate`. Default `false`. */
  readonly strict?: boolean | undefined
}

/** What became of a scenario. */
export type Showing =
  | {
      /** It is in force. */
      readonly outcome: 'shown'
      /** It, complete. */
      readonly scenario: Scenario
    }
  | {
      /** It was refused; what was in force still is. */
      readonly outcome: 'refused'
      /** What is wrong with it. */
      readonly problems: readonly [ScenarioProblem, ...ScenarioProblem[]]
    }
  | {
      /** A later call came first, or the stage was disposed of; it does not come into force. */
      readonly outcome: 'dropped'
    }

/** What shows scenarios. Made by {@link createStage}; its methods need no `this`. */
export interface Stage {
  /** The catalogs, in the order in which they were given. */
  readonly catalogs: readonly Catalog[]
  /**
   * The gate of the scenario in force, the same object for the life of the stage: bind it once. Before
   * the first scenario it is `empty`. Its listeners are told of each scenario; `flipped` may list
   * permissions about records whose answers are as before.
   *
   * It loads only what the stage has signed.
   */
  readonly gate: Gate
  /**
   * The scenario whose snapshot is in force, the same object until another is; `undefined` before the
   * first, after `gate.clear()` and after `dispose`. It changes together with the gate's answers.
   */
  readonly scenario: Scenario | undefined
  /**
   * Checks a scenario as {@link parseScenario} does, signs its snapshot and loads it. Until that is done,
   * and if it is refused, what was in force stays. Of several calls the last wins, however long each takes.
   *
   * @throws GateError (as a rejection) only where the engine cannot start
   */
  show(scenario: unknown): Promise<Showing>
  /** Takes the scenario out of force and releases everything. */
  dispose(): void
}

/**
 * Makes a stage: a gate that can be shown any scenario. The snapshots are really signed, with a key that
 * cannot be taken out of the page and is gone with it, and come into force through `gate.load`. No other
 * gate trusts that key. Nothing is fetched but the engine.
 *
 * ```ts
 * const stage = await createStage({ catalogs: [await file.text()] })
 * const { outcome } = await stage.show({ catalog: stage.catalogs[0].sha256, roles: ['agent'] })
 * if (outcome === 'shown') stage.gate.can('reports.export')
 * ```
 *
 * @throws GateError (as a rejection) with `ERR_CATALOG_INVALID`
 */
export async function createStage<Records = RegisteredRecords>(
  options: StageOptions<Records>,
): Promise<Stage> {
  const { now = Date.now(), strict } = options
  const catalogs = Object.freeze(await Promise.all(options.catalogs.map(readCatalog)))
  const keys = await testKeys()
  const make = (catalog: Catalog, time: number) =>
    testGate({
      keys,
      issuer: NAME,
      audience: NAME,
      catalog: catalog.file,
      records: { ...plainRecords(catalog), ...options.records } as GateOptions['records'],
      now: () => time,
      strict,
    })
  return new Performance(catalogs, make, now).handle()
}

/** One scenario after the other. */
class Performance {
  readonly #catalogs: readonly Catalog[]
  readonly #make: (catalog: Catalog, time: number) => Gate
  readonly #now: number
  readonly #switchable: ReturnType<typeof switchableGate>
  /** The scenarios of the present gate by the `seq` of their snapshots. */
  readonly #scenarios = new Map<number, Scenario>()
  /** What the present gate was made for. */
  #made: string
  #calls = 0
  #isDisposed = false

  constructor(
    catalogs: readonly Catalog[],
    make: (catalog: Catalog, time: number) => Gate,
    now: number,
  ) {
    this.#catalogs = catalogs
    this.#make = make
    this.#now = now
    const [first] = catalogs
    if (first === undefined) throw new TypeError('`catalogs` must list at least one catalog')
    const current = () => this.#switchable.current
    this.#made = madeFor(first, {})
    this.#switchable = switchableGate(make(first, now), {
      load: token => current().load(token),
      clear: () => {
        this.#calls += 1
        current().clear()
      },
      dispose: () => this.#dispose(),
    })
  }

  handle(): Stage {
    const scenario = () => this.#scenarios.get(this.#switchable.gate.seq ?? 0)
    return handle<Stage>({
      catalogs: this.#catalogs,
      gate: this.#switchable.gate,
      get scenario() {
        return scenario()
      },
      show: value => this.#show(value),
      dispose: () => this.#dispose(),
    })
  }

  async #show(value: unknown): Promise<Showing> {
    this.#calls += 1
    const call = this.#calls
    const issue = { issuer: NAME, audience: NAME, seq: call, now: this.#now }
    const signed = await signScenario(value, this.#catalogs, issue)
    if (call !== this.#calls || this.#isDisposed) return { outcome: 'dropped' }
    if (signed.scenario === undefined) return { outcome: 'refused', problems: signed.problems }
    const { scenario, catalog, token } = signed
    const made = madeFor(catalog, scenario)
    // A gate does not believe a clock that goes back, and a time must not change before the answers do.
    const isFit = made === this.#made
    const gate = isFit ? this.#switchable.current : this.#make(catalog, this.#timeOf(scenario))
    this.#scenarios.set(call, scenario)
    try {
      await gate.load(token)
    } catch (error) {
      // Cleared or disposed of meanwhile.
      if (call === this.#calls) throw error
    }
    if (!isFit && call === this.#calls) {
      const { current } = this.#switchable
      this.#made = made
      this.#switchable.use(gate)
      current.dispose()
    } else if (!isFit) gate.dispose()
    const { seq = 0 } = this.#switchable.gate
    for (const older of this.#scenarios.keys()) {
      if (older < seq) this.#scenarios.delete(older)
    }
    return seq === call ? { outcome: 'shown', scenario } : { outcome: 'dropped' }
  }

  #timeOf({ at }: Scenario): number {
    return at === undefined ? this.#now : at * 1000
  }

  #dispose(): void {
    this.#isDisposed = true
    this.#calls += 1
    this.#switchable.current.dispose()
  }
}

/** What one gate can be used for. */
function madeFor({ sha256 }: Catalog, { at }: Pick<Scenario, 'at'>): string {
  return `${sha256} ${at}`
}

/** Reads the records of each kind of a catalog as scenarios write them. */
function plainRecords({ records = {} }: Catalog): Record<string, RecordFacts<unknown>> {
  const facts = Object.fromEntries(
    FACTS.map(fact => [fact, (record: unknown) => ownFact(record, fact)]),
  )
  return Object.fromEntries(Object.keys(records).map(kind => [kind, facts]))
}

function ownFact(record: unknown, fact: string): undefined {
  const isThere = typeof record === 'object' && record !== null && Object.hasOwn(record, fact)
  return isThere ? (record as Record<string, undefined>)[fact] : undefined
}
