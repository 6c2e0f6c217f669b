import type { Slot } from './catalog.ts'
import { GRANTED, NO_SNAPSHOT, UNKNOWN_PERMISSION, UNKNOWN_WORKSPACE } from './codes.ts'
import { type Asked, Decisions } from './decisions.ts'
import { didYouMean, shown } from './names.ts'
import { type Ask, type EngineMeanings, factReaders, standing } from './relations.ts'
import { Roles } from './roles.ts'
import type { Session } from './session.ts'
import type { Report } from './strict.ts'
import { allowsRecord, type EngineTable, type Row, rowOf, type Table } from './table.ts'
import type {
  Decision,
  Explanation,
  GateEvent,
  GateState,
  GateView,
  Level,
  Question,
  RoleAdministration,
} from './types.ts'
import { Watch } from './watch.ts'

/** A gate as one membership sees it. */
export class View implements GateView {
  readonly #session: Session
  readonly #report: Report | undefined
  /** The workspace that was named; without one, the only membership there is. */
  readonly #workspace: string | undefined
  readonly #decisions: Decisions
  readonly #roles: RoleAdministration
  readonly #watch: Watch
  #table: Table | undefined
  #epoch = -1

  constructor(session: Session, workspace: string | undefined, report: Report | undefined) {
    this.#session = session
    this.#workspace = workspace
    this.#report = report
    this.#decisions = new Decisions(session)
    this.#roles = new Roles(session, () => this.#inForce()?.membership)
    this.#watch = new Watch(session, () => this.#inForce())
  }

  get state(): GateState {
    return this.#session.state()
  }

  get seq(): number | undefined {
    return this.#session.seq
  }

  get roles(): RoleAdministration {
    return this.#roles
  }

  can(question: Question, record?: unknown): boolean {
    const row = this.#row(question)
    if (row === undefined) return false
    if (row.plain) return row.allowed
    if (record === undefined || record === null) {
      this.#report?.(asksWithoutRecord(question))
      return false
    }
    const { epoch } = this.#session
    // The accessors are the app's code: they may have cleared the gate.
    return allowsRecord(row, record) && epoch === this.#session.epoch
  }

  level(question: Question, record?: unknown): Level {
    return this.decide(question, record).level
  }

  decide(question: Question, record?: unknown): Decision {
    return this.#decisions.decide(this.#ask(this.#slotFor(question, record), record))
  }

  explain(question: Question, record?: unknown): Explanation {
    return this.#decisions.explain(this.#ask(this.#slotFor(question, record), record))
  }

  maybe(question: Question): boolean {
    const slot = this.#slot(question)
    return slot !== undefined && this.#inForce()?.possible[slot.row] === 1
  }

  filter<T>(question: Question, records: readonly T[]): T[] {
    try {
      return this.#filtered(this.#row(question), records)
    } catch {
      // A list that cannot be read: a getter or a proxy is the app's code.
      return []
    }
  }

  #filtered<T>(row: Row | undefined, records: readonly T[]): T[] {
    if (row === undefined || !Array.isArray(records)) return []
    // Elements of a copy are written over: new ones could meet a setter on `Array.prototype`.
    const passed: T[] = records.slice()
    let count = 0
    if (row.plain) count = row.allowed ? passed.length : 0
    else {
      const session = this.#session
      const { epoch } = session
      const { length } = passed
      for (let at = 0; at < length; at += 1) {
        const record = records[at]
        if (record === undefined || record === null) continue
        if (allowsRecord(row, record) && epoch === session.epoch) {
          passed[count] = record
          count += 1
        }
      }
    }
    passed.length = count
    return passed
  }

  decideAll(record?: unknown, kind?: string): Readonly<Record<string, Decision>> {
    const all = Object.create(null) as Record<string, Decision>
    const { catalog } = this.#session
    if (catalog === undefined) return Object.freeze(all)
    const about =
      kind === undefined ? (catalog.kinds.length === 1 ? 0 : -1) : catalog.kinds.indexOf(kind)
    if (about < 0 && record !== undefined && record !== null) {
      this.#report?.(
        kind === undefined
          ? '`decideAll` needs to be told of which kind the record is'
          : `the catalog has no record kind \`${shown(kind)}\``,
      )
    }
    for (const name of catalog.permissions) {
      const slot = catalog.slots.get(name)
      all[name] = this.#decisions.decide(this.#ask(slot, slot?.kind === about ? record : undefined))
    }
    return Object.freeze(all)
  }

  subscribe(listener: (event: GateEvent) => void): () => void {
    return this.#watch.add(listener)
  }

  /** A question, prepared; `undefined` where it is denied whatever the record. */
  #row(question: unknown): Row | undefined {
    if (this.#session.denial() !== GRANTED) {
      if (this.#report) this.#slot(question)
      return undefined
    }
    const table = this.#current()
    const known = table?.rows.get(question)
    if (known !== undefined) return known
    const slot = this.#slot(question)
    if (slot === undefined || table === undefined) return undefined
    const row = rowOf(table, slot)
    table.rows.set(question, row)
    return row
  }

  #slotFor(question: Question, record: unknown): Slot | undefined {
    const slot = this.#slot(question)
    if (slot !== undefined && slot.kind >= 0 && (record === undefined || record === null)) {
      this.#report?.(asksWithoutRecord(question))
    }
    return slot
  }

  #slot(question: unknown): Slot | undefined {
    const slots = this.#session.catalog?.slots
    const slot = slots?.get(question as string)
    if (slot === undefined && slots !== undefined && this.#report) {
      const hint = typeof question === 'string' ? didYouMean(question, slots.keys()) : ''
      this.#report(`the catalog has no permission \`${shown(question)}\`${hint}`)
    }
    return slot
  }

  #ask(slot: Slot | undefined, record: unknown): Asked {
    const session = this.#session
    const denial = session.denial()
    if (denial !== GRANTED) return { refused: denial, slot }
    if (slot === undefined) return { refused: UNKNOWN_PERMISSION, slot }
    const table = this.#current()
    if (table === undefined) return { refused: UNKNOWN_WORKSPACE, slot }
    // Every member is its own: one that is inherited could be put on `Object.prototype`.
    const answerable = { refused: undefined, slot, table, bits: 0, lacksRecord: false }
    if (slot.kind < 0) return answerable
    if (record === undefined || record === null) return { ...answerable, lacksRecord: true }
    const { epoch } = session
    const bits = standing(table.readers[slot.kind] ?? [], record)
    if (epoch !== session.epoch) return { refused: session.denial() || NO_SNAPSHOT, slot }
    return { ...answerable, bits }
  }

  /** The decision table, if there is one that may be asked right now. */
  #inForce(): Table | undefined {
    return this.#session.denial() === GRANTED ? this.#current() : undefined
  }

  #current(): Table | undefined {
    if (this.#epoch !== this.#session.epoch) {
      this.#epoch = this.#session.epoch
      this.#decisions.renew()
      this.#table = this.#compile()
    }
    return this.#table
  }

  #compile(): Table | undefined {
    const { core, catalog, memberships, options } = this.#session
    const only = memberships.size === 1 ? 0 : undefined
    const membership = this.#workspace === undefined ? only : memberships.get(this.#workspace)
    if (core === undefined || catalog === undefined || membership === undefined) return undefined
    for (const kind of options.records.keys()) {
      if (!catalog.kinds.includes(kind)) {
        this.#report?.(`\`records\` names \`${kind}\`, which is no record kind of the catalog`)
      }
    }
    try {
      return core.use(engine => {
        const ask: Ask = (kind, fact) =>
          engine.meanings(membership, kind, fact) as unknown as EngineMeanings
        // By index: an iterator could be replaced on `Array.prototype`.
        const table = engine.table(membership) as unknown as EngineTable
        return {
          membership,
          cells: table[0],
          offsets: table[1],
          possible: table[2],
          // Bitwise operators work on signed numbers.
          required: Int32Array.from(table[3]),
          readers: catalog.kinds.map((name, position) => {
            const kind = { position, name, relations: catalog.relations[position] ?? [] }
            return factReaders(kind, options.records.get(name), ask, this.#report)
          }),
          rows: new Map(),
        }
      })
    } catch {
      return undefined
    }
  }
}

function asksWithoutRecord(question: Question): string {
  return `\`${question}\` is asked without a record`
}
