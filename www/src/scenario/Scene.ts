import type { GateOptions, GateView } from 'rolegate'
import { createStage, type Stage } from 'rolegate/preview'
import type { DisplayCatalog } from './DisplayCatalog.ts'
import type { Scenario, ScenarioProblem } from './scenario.ts'

/** A scenario that a gate has accepted. Everything on the screen follows from it. */
export interface InForce {
  readonly catalog: DisplayCatalog
  readonly scenario: Scenario
  /** The gate, as the scenario's workspace sees it. */
  readonly gate: GateView
  /** How many permissions are shown otherwise than in the scenario before; `null` for the first. */
  readonly changed: number | null
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
  /** Whether another scenario is on its way. */
  readonly isPending: boolean
  /** What is wrong with the scenario that was asked for last. */
  readonly problems: readonly ScenarioProblem[]
  /** Why nobody could tell whether anything is wrong with it. */
  readonly failure: Failure | null
}

const NOTHING: SceneState = { inForce: null, isPending: false, problems: [], failure: null }

/** How the facts of a product's records are read. */
export type RecordsOf = (catalog: DisplayCatalog) => NonNullable<GateOptions['records']>

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
  #latest = 0

  constructor(recordsOf: RecordsOf) {
    this.#recordsOf = recordsOf
  }

  readonly state = (): SceneState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks for a scenario of a catalog; parts that it leaves out have their defaults. */
  async show(catalog: DisplayCatalog, asked: Partial<Scenario>): Promise<void> {
    this.#latest += 1
    const turn = this.#latest
    this.#update({ isPending: true, failure: null })
    try {
      const stage = await this.#stage(catalog)
      const before = this.#outcomes(catalog)
      const showing = await stage.show({ ...asked, catalog: catalog.sha256 })
      if (turn !== this.#latest || showing.outcome === 'dropped') return
      const { scenario } = stage
      if (showing.outcome === 'refused' || scenario === undefined) {
        const problems = showing.outcome === 'refused' ? showing.problems : []
        this.#update({ isPending: false, problems })
        return
      }
      const gate = stage.gate.in(scenario.workspace)
      const after = outcomesOf(catalog, gate)
      const changed = before && after.filter((outcome, index) => outcome !== before[index]).length
      const inForce = { catalog, scenario, gate, changed }
      this.#update({ inForce, isPending: false, problems: [] })
    } catch (error) {
      if (turn !== this.#latest) return
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'ERR_UNEXPECTED'
      const message = error instanceof Error ? error.message : String(error)
      const failure = { catalog, scenario: asked, code, message }
      this.#update({ isPending: false, problems: [], failure })
    }
  }

  /** What becomes of every permission in force, where that is of this catalog. */
  #outcomes(catalog: DisplayCatalog): readonly string[] | null {
    const { inForce } = this.#state
    return inForce?.catalog === catalog ? outcomesOf(catalog, inForce.gate) : null
  }

  #stage(catalog: DisplayCatalog): Promise<Stage> {
    const found = this.#stages.get(catalog.sha256)
    if (found) return found
    const making = createStage({
      catalogs: [catalog.text],
      records: this.#recordsOf(catalog) as never,
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

function outcomesOf(catalog: DisplayCatalog, gate: GateView): readonly string[] {
  return catalog.permissions.map(({ id }) => {
    const decision = gate.decide(id)
    return decision.code === 'record-required' && gate.maybe(id) ? 'show' : decision.outcome
  })
}
