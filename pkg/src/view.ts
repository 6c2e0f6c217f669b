import type { Slot } from './catalog.ts'
import { GRANTED, NO_SNAPSHOT, UNKNOWN_PERMISSION, UNKNOWN_WORKSPACE } from './codes.ts'
import { type Asked, Decisions } from './decisions.ts'
import { handle } from './handle.ts'
import { didYouMean, shown } from './names.ts'
import { isThenable, kindOf } from './realms.ts'
import { type Ask, type EngineMeanings, factReaders, standing, unreadFacts } from './relations.ts'
import { Roles } from './roles.ts'
import type { Session } from './session.ts'
import type { Report } from './strict.ts'
import {
  allowsRecord,
  type EngineTable,
  type Row,
  rowOf,
  type Table,
  unreadDeciders,
} from './table.ts'
import type { Decision, Explanation, GateView, Question, RoleAdministration } from './types.ts'
import { Watch } from './watch.ts'

/** A gate as one membership sees it. */
export class View {
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
    this.#roles = new Roles(session, () => this.#inForce()?.membership, report).handle()
    this.#watch = new Watch(session, () => this.#inForce())
  }

  /** The view as the application holds it. */
  handle(): GateView {
    const session = this.#session
    const roles = this.#roles
    return handle<GateView>({
      get state() {
        return session.state()
      },
      get seq() {
        return session.seq
      },
      get version() {
        return session.version()
      },
      roles,
      can: (question, record) => this.can(question, record),
      level: (question, record) => this.decide(question, record).level,
      decide: (question, record) => this.decide(question, record),
      explain: (question, record) => this.explain(question, record),
      maybe: question => this.maybe(question),
      filter: (question, records) => this.filter(question, records),
      decideAll: (record, kind) => this.decideAll(record, kind),
      subscribe: listener => this.#watch.add(listener),
    })
  }

  can(question: Question, record?: unknown): boolean {
    const row = this.#row(question)
    if (row === undefined) return false
    if (row.plain) return row.allowed
    if (this.#report) this.#inspect(question, record)
    if (record === undefined || record === null) return false
    const { epoch } = this.#session
    // The accessors are the app's code: they may have cleared the gate.
    return allowsRecord(row, record) && epoch === this.#session.epoch
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

  filter<T>(question: Question, records: Iterable<T>): T[] {
    try {
      return this.#filtered(question, this.#row(question), records)
    } catch {
      // A list that cannot be read: a getter, a proxy or an iterator is the app's code.
      this.#report?.(`\`filter\` of \`${shown(question)}\` was given a list that throws when read`)
      return []
    }
  }

  #filtered<T>(question: Question, row: Row | undefined, records: Iterable<T>): T[] {
    if (!isIterable(records)) {
      this.#report?.(
        `\`filter\` of \`${shown(question)}\` was given ${kindOf(records)}; give an array or another iterable`,
      )
      return []
    }
    if (row === undefined || (row.plain && !row.allowed)) return []
    const session = this.#session
    const { epoch } = session
    // By index: an array's iterator, like its methods, may be the caller's own.
    const list: readonly T[] = Array.isArray(records) ? records : listOf(records)
    const { length } = list
    const passed = growing<T>()
    for (let at = 0; at < length; at += 1) {
      const record = list[at] as T
      if (!row.plain) {
        if (this.#report) this.#inspect(question, record)
        if (record === undefined || record === null) continue
        if (!allowsRecord(row, record) || epoch !== session.epoch) continue
      }
      passed[passed.length] = record
    }
    return grown(passed)
  }

  decideAll(record?: unknown, kind?: string): Readonly<Record<string, Decision>> {
    const { catalog } = this.#session
    if (catalog === undefined) return Object.freeze({})
    // Without a prototype, whose setters an assignment would call; the spread then defines members.
    const all = Object.create(null) as Record<string, Decision>
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
    return Object.freeze({ ...all })
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
    if (this.#report) this.#reportUnread(table, slot)
    return row
  }

  #slotFor(question: Question, record: unknown): Slot | undefined {
    const slot = this.#slot(question)
    if (this.#report && slot !== undefined && slot.kind >= 0) {
      this.#inspect(question, record)
      // Making the row reports what its answers lack.
      this.#row(question)
    }
    return slot
  }

  /** Reports what is given as a record and can be none. */
  #inspect(question: Question, record: unknown): void {
    if (record === undefined || record === null) {
      this.#report?.(`\`${question}\` is asked without a record`)
    } else if (isThenable(record)) {
      this.#report?.(`\`${question}\` is asked about a promise; await the record first`)
    }
  }

  #reportUnread(table: Table, slot: Slot): void {
    const { catalog } = this.#session
    const name = catalog?.permissions[slot.permission]
    const kind = catalog?.kinds[slot.kind]
    for (const fact of unreadDeciders(table, slot)) {
      this.#report?.(
        `\`${name}\` depends on \`${fact}\`, which \`records.${kind}\` does not read; give an accessor for it`,
      )
    }
  }

  #reportWorkspace(): void {
    const { memberships } = this.#session
    const { size } = memberships
    // That it is no id was reported when the view was made.
    if (this.#workspace === '') return
    if (this.#workspace !== undefined) {
      const hint = didYouMean(this.#workspace, memberships.keys())
      this.#report?.(`the person has no membership in \`${shown(this.#workspace)}\`${hint}`)
    } else if (size > 1) {
      this.#report?.(
        `the person has ${size} memberships and the question names none; ask \`gate.in(workspace)\``,
      )
    } else this.#report?.('the person has no membership, so everything is denied')
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
    if (core === undefined || catalog === undefined) return undefined
    if (membership === undefined) {
      if (this.#report) this.#reportWorkspace()
      return undefined
    }
    for (const kind of options.records.keys()) {
      if (!catalog.kinds.includes(kind)) {
        const hint = didYouMean(kind, catalog.kinds)
        this.#report?.(
          `\`records\` names \`${kind}\`, which is no record kind of the catalog${hint}`,
        )
      }
    }
    try {
      return core.use(engine => {
        const ask: Ask = (kind, fact) =>
          engine.meanings(membership, kind, fact) as unknown as EngineMeanings
        // By index: an iterator could be replaced on `Array.prototype`.
        const table = engine.table(membership) as unknown as EngineTable
        const kinds = catalog.kinds.map((name, position) => ({ position, name }))
        return {
          catalog,
          membership,
          cells: table[0],
          offsets: table[1],
          possible: table[2],
          // Bitwise operators work on signed numbers.
          required: Int32Array.from(table[3]),
          readers: kinds.map(kind =>
            factReaders(kind, options.records.get(kind.name), ask, this.#report),
          ),
          unread: this.#report
            ? kinds.map(kind => unreadFacts(kind, options.records.get(kind.name), ask))
            : [],
          rows: new Map(),
        }
      })
    } catch {
      return undefined
    }
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

function listOf<T>(records: Iterable<T>): T[] {
  const list = growing<T>()
  for (const record of records) list[list.length] = record
  return list
}

/** An empty list without a prototype, where a setter on `Array.prototype` would see its elements. */
function growing<T>(): T[] {
  return Object.setPrototypeOf([], null)
}

function grown<T>(list: T[]): T[] {
  return Object.setPrototypeOf(list, Array.prototype)
}
