import type { Core, Engine } from './binding.ts'
import type { CatalogIndex, Slot } from './catalog.ts'
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

/** A question that the decision table answers. */
export interface Answerable {
  readonly refused: undefined
  readonly slot: Slot
  readonly table: Table
  /** What the record's facts mean together. */
  readonly bits: number
  /** Whether it is about a record, and none was given. */
  readonly lacksRecord: boolean
}

/** A question as far as JavaScript can take it: some are refused before any table is asked. */
export type Asked = Answerable | { readonly refused: number; readonly slot: Slot | undefined }

/** Where decisions come from. */
export interface Source {
  readonly core: Core | undefined
  readonly catalog: CatalogIndex | undefined
  readonly stale: boolean
}

const NOTHING: readonly never[] = Object.freeze([])

/** Makes decisions, and hands out the same object for the same content. */
export class Decisions {
  readonly #source: Source
  readonly #answers = new Kept()
  readonly #refusals = new Kept()
  /** The catalog that the refusals' outcomes are of. */
  #catalog: CatalogIndex | undefined

  constructor(source: Source) {
    this.#source = source
  }

  /** To be called after the snapshot has changed. */
  renew(): void {
    this.#answers.renew()
  }

  decide(asked: Asked): Decision {
    if (asked.refused !== undefined) return this.#refuse(asked.refused, asked.slot)
    const { slot, table, bits, lacksRecord } = asked
    const { stale } = this.#source
    const filtered = isFiltered(asked)
    const flags = (stale ? 1 : 0) + (filtered ? 2 : 0) + (lacksRecord ? 4 : 0)
    const key = (slot.id * 256 + (bits & slot.relations)) * 8 + flags
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    const cell = cellAt(table, slot, bits)
    const code = lacksRecord ? RECORD_REQUIRED : filtered ? FILTERED : cell & 15
    const level = lacksRecord || filtered ? 0 : cell >> 4
    const missing = code === GRANTED ? NOTHING : this.#missing(asked)
    if (missing === undefined) return this.#refuse(ENGINE_UNAVAILABLE, slot)
    return this.#answers.keep(key, this.#decision(slot.permission, code, level, missing, stale))
  }

  /** The decision, and its trace where the model was asked at all. */
  explain(asked: Asked): Explanation {
    const decision = this.decide(asked)
    if (asked.refused !== undefined) return Object.freeze({ ...decision, trace: NOTHING })
    const trace = this.#trace(asked)
    if (trace !== undefined) return Object.freeze({ ...decision, trace })
    return Object.freeze({ ...this.#refuse(ENGINE_UNAVAILABLE, asked.slot), trace: NOTHING })
  }

  #missing(asked: Answerable): readonly Missing[] | undefined {
    const { table, slot, bits, lacksRecord } = asked
    return this.#fromEngine(engine =>
      engine.missing(
        table.membership,
        slot.permission,
        slot.demand === 1,
        bits & slot.relations,
        isFiltered(asked),
        !lacksRecord,
      ),
    )
  }

  #trace(asked: Answerable): readonly Step[] | undefined {
    const { table, slot, bits, lacksRecord } = asked
    return this.#fromEngine(engine =>
      engine.trace(
        table.membership,
        slot.permission,
        bits & slot.relations,
        isFiltered(asked),
        !lacksRecord,
      ),
    )
  }

  #fromEngine<T>(ask: (engine: Engine) => unknown): T | undefined {
    try {
      return frozen<T | undefined>(this.#source.core?.use(ask))
    } catch {
      return undefined
    }
  }

  // Of a refusal no more than its outcome can change, and that with the catalog alone.
  #refuse(code: number, slot: Slot | undefined): Decision {
    const { catalog } = this.#source
    if (catalog !== this.#catalog) {
      this.#catalog = catalog
      this.#refusals.renew()
    }
    const stale = code > EXPIRED && this.#source.stale
    const key = (((slot?.id ?? -1) + 1) * 16 + code) * 2 + (stale ? 1 : 0)
    const known = this.#refusals.get(key)
    if (known !== undefined) return known
    const missing = frozen<readonly Missing[]>([{ code: CODES[code], changes: [] }])
    return this.#refusals.keep(key, this.#decision(slot?.permission ?? -1, code, 0, missing, stale))
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

/** Decisions by their question. What is said again after a change is the object it was before. */
class Kept {
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

function isFiltered({ table, slot, bits, lacksRecord }: Answerable): boolean {
  return slot.kind >= 0 && !lacksRecord && !passes(table, slot, bits)
}
