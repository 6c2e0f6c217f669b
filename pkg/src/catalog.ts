import type { Engine } from './binding.ts'
import { CODES, OUTCOMES } from './codes.ts'
import type { Outcome } from './types.ts'

/** A question prepared for the decision table of one catalog. */
export interface Slot {
  /** A number for the question, the same in every catalog. */
  readonly id: number
  /** The permission's position in the catalog. */
  readonly permission: number
  /** 0: any value above `off` will do; 1: only the highest. */
  readonly demand: 0 | 1
  /** The position of its row: `permission * 2 + demand`. */
  readonly row: number
  /** The position of the record kind it is about, or -1. */
  readonly kind: number
  /** The bits of a standing that are relations of this kind: they count the cells of its row. */
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

/** As many indexes are kept, whichever gates they are of. */
const KEPT = 8

const indexes = new Map<string, CatalogIndex>()

/** Numbers for the names of permissions, as they are met. */
const numbers = new Map<string, number>()

/** The index of the catalog that an engine's object tells of, made once for all gates of the page. */
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
  /** Every legal question, as text. */
  readonly slots: ReadonlyMap<string, Slot>
  readonly #outcomes: Uint8Array

  constructor(engine: Engine) {
    const permissions: readonly Permission[] = engine.permissions()
    const records: readonly RecordKind[] = engine.records()
    this.permissions = permissions.map(({ id }) => id)
    this.kindOf = permissions.map(({ record }) => record)
    this.kinds = records.map(({ id }) => id)
    this.relations = records.map(({ relations }) => relations)
    this.#outcomes = engine.outcomes()
    const slots = new Map<string, Slot>()
    for (const [permission, { id, values, record }] of permissions.entries()) {
      const relations = 2 ** (this.relations[record]?.length ?? 0) - 1
      const number = numbers.get(id) ?? numbers.size
      numbers.set(id, number)
      const lowest: Slot = {
        id: number * 2,
        permission,
        demand: 0,
        row: permission * 2,
        kind: record,
        relations,
      }
      slots.set(id, lowest)
      if (values === 'switch') slots.set(`${id}:on`, lowest)
      else {
        slots.set(`${id}:read`, lowest)
        slots.set(`${id}:write`, {
          ...lowest,
          id: lowest.id + 1,
          demand: 1,
          row: permission * 2 + 1,
        })
      }
    }
    this.slots = slots
  }

  /** What the screen should do for a code; `permission` is -1 for a name the catalog does not have. */
  outcome(permission: number, code: number): Outcome {
    const row = permission < 0 ? this.permissions.length : permission
    return OUTCOMES[this.#outcomes[row * CODES.length + code] ?? -1] ?? 'hide'
  }
}
