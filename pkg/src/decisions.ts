import type { Engine, EngineGuard } from './binding.ts'
import type { CatalogIndex, ParsedQuestion } from './catalog.ts'
import {
  CODES,
  ENGINE_UNAVAILABLE,
  EXPIRED,
  FILTERED,
  GRANTED,
  LEVELS,
  RECORD_REQUIRED,
} from './codes.ts'
import { frozen, same } from './freeze.ts'
import { cellAt, passes, type Table } from './table.ts'
import type { Decision, Explanation, Missing, Step } from './types.ts'

/** A request that the decision table answers. */
export interface AnswerableRequest {
  readonly refused: undefined
  readonly question: ParsedQuestion
  readonly table: Table
  /** What the record's facts mean together. */
  readonly bits: number
  /** Whether it is about a record, and none was given. */
  readonly lacksRecord: boolean
}

/**
 * A request for a decision: a question and what its record's facts mean, unless it is refused at
 * once.
 */
export type DecisionRequest =
  | AnswerableRequest
  | { readonly refused: number; readonly question: ParsedQuestion | undefined }

/** What decisions are made from. */
export interface DecisionSource {
  readonly guard: EngineGuard | undefined
  readonly catalog: CatalogIndex | undefined
  readonly stale: boolean
}

const NOTHING: readonly never[] = Object.freeze([])

/** Makes decisions, and hands out the same object for the same content. */
export class Decisions {
  readonly #source: DecisionSource
  readonly #answers = new DecisionCache()
  readonly #refusals = new DecisionCache()
  /** The catalog from which the outcomes of the refusals were taken. */
  #catalog: CatalogIndex | undefined

  constructor(source: DecisionSource) {
    this.#source = source
  }

  /** Must be called after every change of the snapshot. */
  renew(): void {
    this.#answers.renew()
  }

  decide(request: DecisionRequest): Decision {
    if (request.refused !== undefined) return this.#refuse(request.refused, request.question)
    const { question, table, bits, lacksRecord } = request
    const { stale } = this.#source
    const filtered = isFiltered(request)
    const flags = (stale ? 1 : 0) + (filtered ? 2 : 0) + (lacksRecord ? 4 : 0)
    const key = (question.id * 256 + (bits & question.relations)) * 8 + flags
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    const cell = cellAt(table, question, bits)
    const code = lacksRecord ? RECORD_REQUIRED : filtered ? FILTERED : cell & 15
    const level = lacksRecord || filtered ? 0 : cell >> 4
    const missing = code === GRANTED ? NOTHING : this.#missing(request)
    if (missing === undefined) return this.#refuse(ENGINE_UNAVAILABLE, question)
    return this.#answers.keep(key, this.#decision(question.permission, code, level, missing, stale))
  }

  /** The decision with its trace, which is empty for a refused request. */
  explain(request: DecisionRequest): Explanation {
    const decision = this.decide(request)
    if (request.refused !== undefined) return Object.freeze({ ...decision, trace: NOTHING })
    const trace = this.#trace(request)
    if (trace !== undefined) return Object.freeze({ ...decision, trace })
    return Object.freeze({ ...this.#refuse(ENGINE_UNAVAILABLE, request.question), trace: NOTHING })
  }

  #missing(request: AnswerableRequest): readonly Missing[] | undefined {
    const { table, question, bits, lacksRecord } = request
    return this.#fromEngine(engine =>
      engine.missing(
        table.membership,
        question.permission,
        question.threshold === 1,
        bits & question.relations,
        isFiltered(request),
        !lacksRecord,
      ),
    )
  }

  #trace(request: AnswerableRequest): readonly Step[] | undefined {
    const { table, question, bits, lacksRecord } = request
    return this.#fromEngine(engine =>
      engine.trace(
        table.membership,
        question.permission,
        bits & question.relations,
        isFiltered(request),
        !lacksRecord,
      ),
    )
  }

  #fromEngine<T>(ask: (engine: Engine) => unknown): T | undefined {
    try {
      return frozen<T | undefined>(this.#source.guard?.use(ask))
    } catch {
      return undefined
    }
  }

  // A refusal's only changing part is its outcome, which depends on the catalog.
  #refuse(code: number, question: ParsedQuestion | undefined): Decision {
    const { catalog } = this.#source
    if (catalog !== this.#catalog) {
      this.#catalog = catalog
      this.#refusals.renew()
    }
    const stale = code > EXPIRED && this.#source.stale
    const key = (((question?.id ?? -1) + 1) * 16 + code) * 2 + (stale ? 1 : 0)
    const known = this.#refusals.get(key)
    if (known !== undefined) return known
    const missing = frozen<readonly Missing[]>([{ code: CODES[code], changes: [] }])
    return this.#refusals.keep(
      key,
      this.#decision(question?.permission ?? -1, code, 0, missing, stale),
    )
  }

  #decision(
    permission: number,
    code: number,
    level: number,
    missing: readonly Missing[],
    stale: boolean,
  ): Decision {
    const { catalog } = this.#source
    return Object.freeze<Decision>({
      allowed: code === GRANTED,
      level: LEVELS[level] ?? 'off',
      code: CODES[code] ?? 'engine-unavailable',
      outcome: catalog?.outcome(permission, code) ?? 'loading',
      missing,
      stale,
    })
  }
}

/**
 * Decisions by their question. A decision with the same content as before a change is the same
 * object.
 */
class DecisionCache {
  #decisions = new Map<number, Decision>()
  #former = new Map<number, Decision>()

  get(key: number): Decision | undefined {
    return this.#decisions.get(key)
  }

  keep(key: number, decision: Decision): Decision {
    const former = this.#former.get(key)
    const kept = former !== undefined && same(former, decision) ? former : decision
    this.#decisions.set(key, kept)
    return kept
  }

  renew(): void {
    this.#former = this.#decisions
    this.#decisions = new Map()
  }
}

function isFiltered({ table, question, bits, lacksRecord }: AnswerableRequest): boolean {
  return question.kind >= 0 && !lacksRecord && !passes(table, question, bits)
}
