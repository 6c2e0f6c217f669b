import type { CatalogIndex, ParsedQuestion } from './catalog.ts'
import { FILTERED, GRANTED } from './codes.ts'
import type { FactReader, UnreadFact } from './relations.ts'

/** A decision table as the engine gives it: copies, and not views of its memory. */
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
  /** For each record kind, the readers of its facts. */
  readonly readers: readonly (readonly FactReader[])[]
  /** For each record kind, the facts without an accessor; empty unless mistakes are reported. */
  readonly unread: readonly (readonly UnreadFact[])[]
  /** The compiled questions, by the text with which they were asked. */
  readonly compiled: Map<unknown, CompiledQuestion>
}

/** A question with everything that its answer needs, for the hot path. */
export interface CompiledQuestion {
  /** Whether it is about no record; `allowed` is then the answer. */
  readonly plain: boolean
  /** The answer if no fact is read. */
  readonly allowed: boolean
  /** The facts on which the answer depends, in the order in which they are read. */
  readonly steps: readonly Step[]
  /** The filter bits a record must have. */
  readonly required: number
  /** The bits of a relationship that are relations. */
  readonly relations: number
}

/** One fact that is read for an answer. */
interface Step {
  readonly reader: FactReader
  /** For each combination of relations up to this fact, the answers that later facts leave open. */
  readonly open: Uint8Array
}

// Sets of answers.
const YES = 1
const NO = 2
const BOTH = 3

/**
 * Compiles a question for a table. Facts are read until the answer is certain, or all of them if
 * `thorough`.
 */
export function compileQuestion(
  table: Table,
  question: ParsedQuestion,
  thorough: boolean,
): CompiledQuestion {
  const { kind, relations } = question
  const answers: Uint8Array = Uint8Array.from({ length: relations + 1 }, (_, bits) =>
    (cellAt(table, question, bits) & 15) === GRANTED ? YES : NO,
  )
  // Without an entry it is not a record kind; no record has every bit, so everything is denied.
  const required = table.required[kind] ?? -1
  const readers = kind < 0 ? [] : decidersOf(table, question, required)
  const steps: Step[] = []
  // From the last fact to the first, as each leaves open what those after it may still give.
  for (let at = readers.length - 1, open = answers; at >= 0; at -= 1) {
    const reader = readers[at] as FactReader
    steps.unshift({ reader, open })
    // A filter may depend on any fact.
    open = thorough || required !== 0 ? answers.map(() => BOTH) : openBefore(open, reader)
  }
  return { plain: kind < 0, allowed: answers[0] === YES, steps, required, relations }
}

/** The answers that are open before a fact is read, by those that are open after it. */
function openBefore(after: Uint8Array, { attainable }: FactReader): Uint8Array {
  const before = after.slice()
  for (let relation = 1; relation < before.length; relation <<= 1) {
    if ((attainable & relation) === 0) continue
    for (let bits = 0; bits < before.length; bits += 1) {
      before[bits] = (before[bits] ?? BOTH) | (before[bits | relation] ?? BOTH)
    }
  }
  return before
}

/** Whether a record is allowed: the hot path. */
export function allowsRecord(question: CompiledQuestion, record: unknown): boolean {
  const { steps, relations, required } = question
  let bits = 0
  let answer = question.allowed ? YES : NO
  // By index: an iterator could be replaced on `Array.prototype`.
  for (let at = 0; at < steps.length; at += 1) {
    const { reader, open } = steps[at] as Step
    bits |= reader.read(record)
    answer = open[bits & relations] ?? NO
    if (answer !== BOTH) break
  }
  return answer === YES && (bits & required) === required
}

function decidersOf(
  table: Table,
  question: ParsedQuestion,
  required: number,
): readonly FactReader[] {
  const readers = table.readers[question.kind] ?? []
  const relevant = relevantRelations(table, question)
  // A filter may depend on any fact.
  return readers.filter(({ attainable }) => required !== 0 || (attainable & relevant) !== 0)
}

/** The facts on which an answer can depend and for which there is no accessor. */
export function unreadDeciders(table: Table, question: ParsedQuestion): readonly string[] {
  // Not an index of the list, so a polluted prototype could supply one.
  if (question.kind < 0) return []
  const unread = table.unread[question.kind] ?? []
  if (unread.length === 0) return []
  const relevant = relevantRelations(table, question) | (table.required[question.kind] ?? 0)
  return unread.filter(({ attainable }) => (attainable & relevant) !== 0).map(({ fact }) => fact)
}

function relevantRelations(table: Table, question: ParsedQuestion): number {
  let relevant = 0
  for (let relation = 1; relation <= question.relations; relation <<= 1) {
    for (let cell = 0; cell <= question.relations; cell += 1) {
      const without = cellAt(table, question, cell & ~relation) & 15
      const withIt = cellAt(table, question, cell | relation) & 15
      if ((without === GRANTED) !== (withIt === GRANTED)) relevant |= relation
    }
  }
  return relevant
}

/** Whether a record with these bits passes the filters. */
export function passes(table: Table, question: ParsedQuestion, bits: number): boolean {
  const required = table.required[question.kind]
  return required !== undefined && (bits & required) === required
}

/** The cell for a record with these bits; a missing cell denies. */
export function cellAt(table: Table, question: ParsedQuestion, bits: number): number {
  const offset = table.offsets[question.row]
  return offset === undefined
    ? FILTERED
    : (table.cells[offset + (bits & question.relations)] ?? FILTERED)
}

/**
 * The permissions whose answer differs for at least one record, in the catalog's order; those that only
 * the former catalog has come last. Without a table everything is denied.
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
    const { moved, combinations } = change
    return [0, 1].some(threshold => {
      const [was, is] = [former.row + threshold, latter.row + threshold]
      return (
        (moved && (before?.possible[was] === 1 || after?.possible[is] === 1)) ||
        combinations.some(
          ([wasAt, isAt]) => allowedAt(before, was, wasAt) !== allowedAt(after, is, isAt),
        )
      )
    })
  })
}

/**
 * The place of a permission in a table; a permission that the table lacks has neither row nor kind.
 */
function placeOf(table: Table | undefined, name: string): { row: number; kind: number } {
  const question = table?.catalog.questions.get(name)
  return question === undefined
    ? { row: Number.NaN, kind: -1 }
    : { row: question.row, kind: question.kind }
}

function allowedAt(table: Table | undefined, row: number, cell: number): boolean {
  const offset = table?.offsets[row]
  return offset !== undefined && ((table?.cells[offset + cell] ?? FILTERED) & 15) === GRANTED
}

/** How a kind of record differs between two tables. */
interface KindChange {
  /** Whether some record may now pass the filters, or have relations, that it did not before. */
  readonly moved: boolean
  /** Every combination of relations, as bits in the one table and in the other. */
  readonly combinations: readonly (readonly [before: number, after: number])[]
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
  const bits = (all: readonly string[], combination: number) =>
    relations.reduce((sum, relation, at) => {
      const position = (combination >> at) & 1 ? all.indexOf(relation) : -1
      return position < 0 ? sum : sum | (1 << position)
    }, 0)
  return {
    moved: hasMoved(before, former, after, latter),
    combinations: Array.from({ length: 2 ** relations.length }, (_, combination) => [
      bits(was, combination),
      bits(is, combination),
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
