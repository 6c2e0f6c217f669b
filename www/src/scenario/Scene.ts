import type { GateOptions, GateView } from 'rolegate'
import { createStage, type Stage } from 'rolegate/preview'
import { scenarioText } from './address.ts'
import type { DisplayCatalog } from './DisplayCatalog.ts'
import type { Scenario, ScenarioProblem } from './scenario.ts'

/** A scenario that a gate has accepted. Everything on the screen follows from it. */
export interface InForce {
  readonly catalog: DisplayCatalog
  readonly scenario: Scenario
  /** The gate, as the scenario's workspace sees it. */
  readonly gate: GateView
}

/** A scenario that was asked for and that could not be put in force. */
export interface Failure {
  readonly catalog: DisplayCatalog
  readonly scenario: Partial<Scenario>
  readonly code: string
  readonly message: string
}

/** What a scene shows; every change makes a new object. */
export interface SceneState {
  readonly inForce: InForce | null
  /** What was asked for last of all that has been put in force or refused. */
  readonly settled: string
  /** What is wrong with it. */
  readonly problems: readonly ScenarioProblem[]
  /** Why nobody could tell whether anything is wrong with it. */
  readonly failure: Failure | null
}

const NOTHING: SceneState = { inForce: null, settled: '', problems: [], failure: null }

/** How the facts of a product's records are read. */
export type RecordsOf = (catalog: DisplayCatalog) => NonNullable<GateOptions['records']>

/** A scenario that was asked for. */
interface Request {
  readonly catalog: DisplayCatalog
  /** Parts that it leaves out have their defaults. */
  readonly scenario: Partial<Scenario>
  /** Tells it from others. */
  readonly key: string
}

/**
 * Puts scenarios in force, one after the other. What is in force stays until the next is, and stays
 * when the next is refused. Of several that are on their way only the latest counts.
 */
export class Scene {
  #state = NOTHING
  readonly #recordsOf: RecordsOf
  /** A stage for each catalog, by its hash. */
  readonly #stages = new Map<string, Promise<Stage>>()
  readonly #listeners = new Set<() => void>()
  #latest: Request | undefined

  constructor(recordsOf: RecordsOf) {
    this.#recordsOf = recordsOf
  }

  readonly state = (): SceneState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks for a scenario. */
  async show(request: Request): Promise<void> {
    const { catalog, scenario, key } = request
    this.#latest = request
    try {
      const stage = await this.#stage(catalog)
      const showing = await stage.show({ ...scenario, catalog: catalog.sha256 })
      if (request !== this.#latest || showing.outcome === 'dropped') return
      if (showing.outcome === 'shown') this.#follow(stage)
      const problems = showing.outcome === 'refused' ? showing.problems : []
      if (this.#state.settled !== key) this.#update({ settled: key, problems, failure: null })
    } catch (error) {
      if (request !== this.#latest) return
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'ERR_UNEXPECTED'
      const message = error instanceof Error ? error.message : String(error)
      const failure = { catalog, scenario, code, message }
      this.#update({ settled: key, problems: [], failure })
    }
  }

  /**
   * Takes over what a stage shows. Called in the moment in which its gate's answers change, so that the page
   * is drawn once, with both.
   */
  readonly #follow = (stage: Stage): void => {
    const { inForce, settled } = this.#state
    const { scenario } = stage
    const { catalog, scenario: asked, key } = this.#latest ?? {}
    if (!catalog || !scenario || scenario.catalog !== catalog.sha256) return
    if (scenario === inForce?.scenario) return
    const gate = stage.gate.in(scenario.workspace)
    const wanted = scenarioText({ ...asked, catalog: catalog.sha256 })
    const isIt = key !== undefined && wanted === scenarioText(scenario)
    this.#update({
      inForce: { catalog, scenario, gate },
      ...(isIt ? { settled: key, problems: [], failure: null } : { settled }),
    })
  }

  #stage(catalog: DisplayCatalog): Promise<Stage> {
    const found = this.#stages.get(catalog.sha256)
    if (found) return found
    const making = createStage({
      catalogs: [catalog.text],
      records: this.#recordsOf(catalog) as never,
    }).then(stage => {
      stage.gate.subscribe(() => this.#follow(stage))
      return stage
    })
    this.#stages.set(catalog.sha256, making)
    // What could not be made may be made the next time.
    making.catch(() => this.#stages.delete(catalog.sha256))
    return making
  }

  #update(change: Partial<SceneState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
