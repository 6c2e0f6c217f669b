import type { CatalogIndex, Slot } from './catalog.ts'
import { FILTERED, GRANTED } from './codes.ts'
import { type FactReader, standing, type UnreadFact } from './relations.ts'

/** A decision table as the engine hands it out: copies, no views of its memory. */
export type EngineTable = readonly [
  cells: Uint8Array,
  offsets: Uint32Array,
  possible: Uint8Array,
  required: Uint32Array,
]

/** The decision table of one membership, and how its records are read. */
export interface Table {
  readonly catalog: CatalogIndex
  readonly membership: number
  /** One cell for each row and combination of relations: code in the low 4 bits, level above. */
  readonly cells: Uint8Array
  /** Where each row begins. */
  readonly offsets: Uint32Array
  /** For each row, whether some record could be allowed. */
  readonly possible: Uint8Array
  /** For each record kind, the filter bits a record must have. */
  readonly required: Int32Array
  /** For each record kind, what reads its facts. */
  readonly readers: readonly (readonly FactReader[])[]
  /** For each record kind, the facts without an accessor; empty where mistakes are not reported. */
  readonly unread: readonly (readonly UnreadFact[])[]
  /** The questions that were asked, each prepared for the next time. */
  readonly rows: Map<unknown, Row>
}

/** A question and all that its answer takes, in one place: what the hot path looks at. */
export interface Row {
  /** Whether it is about no record, so that `allowed` is the answer. */
  readonly plain: boolean
  readonly allowed: boolean
  /** What must be read of a record to say whether it is allowed. */
  readonly deciders: readonly FactReader[]
  /** For each combination of relations, whether it allows. */
  readonly allows: readonly boolean[]
  /** The filter bits a record must have. */
  readonly required: number
  /** The bits of a standing that are relations. */
  readonly relations: number
}

/** Prepares a question. */
export function rowOf(table: Table, slot: Slot): Row {
  const allows = Array.from(
    { length: slot.relations + 1 },
    (_, bits) => (cellAt(table, slot, bits) & 15) === GRANTED,
  )
  // What has no such entry is no record kind, and no record has every bit.
  const required = table.required[slot.kind] ?? -1
  return {
    plain: slot.kind < 0,
    allowed: allows[0] === true,
    deciders: slot.kind < 0 ? [] : decidersOf(table, slot, required),
    allows,
    required,
    relations: slot.relations,
  }
}

/** Whether a record is allowed: the hot path. */
export function allowsRecord(row: Row, record: unknown): boolean {
  const bits = standing(row.deciders, record)
  return (bits & row.required) === row.required && row.allows[bits & row.relations] === true
}

function decidersOf(table: Table, slot: Slot, required: number): readonly FactReader[] {
  const readers = table.readers[slot.kind] ?? []
  const relevant = relevantRelations(table, slot)
  // A filter may ask for any fact.
  return readers.filter(({ attainable }) => required !== 0 || (attainable & relevant) !== 0)
}

/** The facts that an answer can depend on and that nothing reads. */
export function unreadDeciders(table: Table, slot: Slot): readonly string[] {
  const unread = table.unread[slot.kind] ?? []
  if (unread.length === 0) return []
  const relevant = relevantRelations(table, slot) | (table.required[slot.kind] ?? 0)
  return unread.filter(({ attainable }) => (attainable & relevant) !== 0).map(({ fact }) => fact)
}

function relevantRelations(table: Table, slot: Slot): number {
  let relevant = 0
  for (let relation = 1; relation <= slot.relations; relation <<= 1) {
    for (let cell = 0; cell <= slot.relations; cell += 1) {
      const without = cellAt(table, slot, cell & ~relation) & 15
      const withIt = cellAt(table, slot, cell | relation) & 15
      if ((without === GRANTED) !== (withIt === GRANTED)) relevant |= relation
    }
  }
  return relevant
}

/** Whether a record of this standing is in sight. */
export function passes(table: Table, slot: Slot, bits: number): boolean {
  const required = table.required[slot.kind]
  return required !== undefined && (bits & required) === required
}

/** The cell for a record of this standing. A cell that is not there denies. */
export function cellAt(table: Table, slot: Slot, bits: number): number {
  const offset = table.offsets[slot.row]
  return offset === undefined
    ? FILTERED
    : (table.cells[offset + (bits & slot.relations)] ?? FILTERED)
}

/**
 * The permissions whose answer differs for at least one record, in the catalog's order; those that
 * only the former catalog has come last. Without a table all is denied.
 */
export function flips(before: Table | undefined, after: Table | undefined): string[] {
  if (before === after) return []
  const names = new Set([
    ...(after?.catalog.permissions ?? []),
    ...(before?.catalog.permissions ?? []),
  ])
  const kinds = new Map<string, KindChange>()
  return [...names].filter(name => {
    const [former, latter] = [placeOf(before, name), placeOf(after, name)]
    const kind = `${former.kind} ${latter.kind}`
    let change = kinds.get(kind)
    if (change === undefined) {
      change = kindChange(before, former.kind, after, latter.kind)
      kinds.set(kind, change)
    }
    const { moved, standings } = change
    return [0, 1].some(demand => {
      const [was, is] = [former.row + demand, latter.row + demand]
      return (
        (moved && (before?.possible[was] === 1 || after?.possible[is] === 1)) ||
        standings.some(
          ([wasAt, isAt]) => allowedAt(before, was, wasAt) !== allowedAt(after, is, isAt),
        )
      )
    })
  })
}

/** Where a permission stands in a table; nowhere, it has no row and is about no record. */
function placeOf(table: Table | undefined, name: string): { row: number; kind: number } {
  const slot = table?.catalog.slots.get(name)
  return slot === undefined ? { row: Number.NaN, kind: -1 } : { row: slot.row, kind: slot.kind }
}

function allowedAt(table: Table | undefined, row: number, cell: number): boolean {
  const offset = table?.offsets[row]
  return offset !== undefined && ((table?.cells[offset + cell] ?? FILTERED) & 15) === GRANTED
}

/** What became of a kind of record from one table to another. */
interface KindChange {
  /** Whether records may be in sight, or related to the person, where they were not. */
  readonly moved: boolean
  /** Every standing a record can have, as the bits of its relations in either table. */
  readonly standings: readonly (readonly [before: number, after: number])[]
}

function kindChange(
  before: Table | undefined,
  former: number,
  after: Table | undefined,
  latter: number,
): KindChange {
  const was = before?.catalog.relations[former] ?? []
  const is = after?.catalog.relations[latter] ?? []
  const relations = [...new Set([...is, ...was])]
  const bits = (all: readonly string[], standing: number) =>
    relations.reduce((sum, relation, at) => {
      const position = (standing >> at) & 1 ? all.indexOf(relation) : -1
      return position < 0 ? sum : sum | (1 << position)
    }, 0)
  return {
    moved: hasMoved(before, former, after, latter),
    standings: Array.from({ length: 2 ** relations.length }, (_, standing) => [
      bits(was, standing),
      bits(is, standing),
    ]),
  }
}

function hasMoved(
  before: Table | undefined,
  former: number,
  after: Table | undefined,
  latter: number,
): boolean {
  if (before === undefined || after === undefined || former < 0 || latter < 0) return false
  if (before.catalog.kinds[former] !== after.catalog.kinds[latter]) return true
  if (before.required[former] !== after.required[latter]) return true
  const later = after.readers[latter] ?? []
  return (before.readers[former] ?? []).some((reader, at) => {
    const other = later[at]
    return other === undefined || reader.differs(other)
  })
}
