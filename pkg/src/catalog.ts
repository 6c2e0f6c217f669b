import type { Engine } from './binding.ts'
import { CODES, OUTCOMES } from './codes.ts'
import type { Outcome } from './types.ts'

/** A question that a catalog has: a permission, and the least value that will do. */
export interface ParsedQuestion {
  /** A number for the question, the same in every catalog. */
  readonly id: number
  /** The permission's position in the catalog. */
  readonly permission: number
  /** 0: any value above `off` will do; 1: only the highest. */
  readonly threshold: 0 | 1
  /** The position of its row in a decision table: `permission * 2 + threshold`. */
  readonly row: number
  /** The position of the record kind it is about, or -1. */
  readonly kind: number
  /** The mask of the relations of this kind: its row has a cell for each combination of them. */
  readonly relations: number
}

interface Permission {
  readonly id: string
  readonly values: 'switch' | 'level'
  readonly record: number
}

interface RecordKind {
  readonly id: string
  readonly relations: readonly string[]
}

/** How many indexes are kept for all gates together. */
const KEPT = 8

const indexes = new Map<string, CatalogIndex>()

/** A number for each permission's name, in the order in which names are first seen. */
const numbers = new Map<string, number>()

/** The index of the catalog that an engine's object uses. All gates of the page share it. */
export function catalogIndex(engine: Engine): CatalogIndex | undefined {
  const sha256 = engine.catalog()
  if (sha256 === undefined) return undefined
  const index = indexes.get(sha256) ?? new CatalogIndex(engine)
  indexes.delete(sha256)
  indexes.set(sha256, index)
  for (const oldest of indexes.keys()) {
    if (indexes.size > KEPT) indexes.delete(oldest)
  }
  return index
}

/** A catalog's names, and what to show for each denial. */
export class CatalogIndex {
  /** Permission names, in the catalog's order. */
  readonly permissions: readonly string[]
  /** The kind of record of each permission, or -1. */
  readonly kindOf: readonly number[]
  /** Record kinds, in the catalog's order. */
  readonly kinds: readonly string[]
  /** The relations of each record kind; a row about it has a cell for each combination. */
  readonly relations: readonly (readonly string[])[]
  /** Every question that the catalog has, by its text. */
  readonly questions: ReadonlyMap<string, ParsedQuestion>
  readonly #outcomes: Uint8Array

  constructor(engine: Engine) {
    const permissions: readonly Permission[] = engine.permissions()
    const records: readonly RecordKind[] = engine.records()
    this.permissions = permissions.map(({ id }) => id)
    this.kindOf = permissions.map(({ record }) => record)
    this.kinds = records.map(({ id }) => id)
    this.relations = records.map(({ relations }) => relations)
    this.#outcomes = engine.outcomes()
    const questions = new Map<string, ParsedQuestion>()
    for (const [permission, { id, values, record }] of permissions.entries()) {
      const relations = 2 ** (this.relations[record]?.length ?? 0) - 1
      const number = numbers.get(id) ?? numbers.size
      numbers.set(id, number)
      const lowest: ParsedQuestion = {
        id: number * 2,
        permission,
        threshold: 0,
        row: permission * 2,
        kind: record,
        relations,
      }
      questions.set(id, lowest)
      if (values === 'switch') questions.set(`${id}:on`, lowest)
      else {
        questions.set(`${id}:read`, lowest)
        questions.set(`${id}:write`, {
          ...lowest,
          id: lowest.id + 1,
          threshold: 1,
          row: permission * 2 + 1,
        })
      }
    }
    this.questions = questions
  }

  /**
   * What the screen should do for a code; `permission` is -1 for a name the catalog does not have.
   */
  outcome(permission: number, code: number): Outcome {
    const row = permission < 0 ? this.permissions.length : permission
    return OUTCOMES[this.#outcomes[row * CODES.length + code] ?? -1] ?? 'hide'
  }
}
