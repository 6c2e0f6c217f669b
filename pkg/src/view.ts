import type { ParsedQuestion } from './catalog.ts'
import { GRANTED, NO_SNAPSHOT, UNKNOWN_PERMISSION, UNKNOWN_WORKSPACE } from './codes.ts'
import { type DecisionRequest, Decisions } from './decisions.ts'
import { handle } from './handle.ts'
import { didYouMean, shown } from './names.ts'
import { isThenable, kindOf } from './realms.ts'
import {
  type Ask,
  type EngineMeanings,
  factReaders,
  relationship,
  unreadFacts,
} from './relations.ts'
import { Roles } from './roles.ts'
import type { Session } from './session.ts'
import type { Report } from './strict.ts'
import { Subscriptions } from './subscriptions.ts'
import {
  allowsRecord,
  type CompiledQuestion,
  compileQuestion,
  type EngineTable,
  type Table,
  unreadDeciders,
} from './table.ts'
import type { Decision, Explanation, GateView, Question, RoleAdministration } from './types.ts'

/** A gate seen from one membership. */
export class View {
  readonly #session: Session
  readonly #report: Report | undefined
  /** The workspace that was named; if `undefined`, the person's only membership is used. */
  readonly #workspace: string | undefined
  readonly #decisions: Decisions
  readonly #roles: RoleAdministration
  readonly #subscriptions: Subscriptions
  #table: Table | undefined
  #epoch = -1

  constructor(session: Session, workspace: string | undefined, report: Report | undefined) {
    this.#session = session
    this.#workspace = workspace
    this.#report = report
    this.#decisions = new Decisions(session)
    this.#roles = new Roles(session, () => this.#inForce()?.membership, report).handle()
    this.#subscriptions = new Subscriptions(session, () => this.#inForce())
  }

  /** The object that the application holds. */
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
      subscribe: listener => this.#subscriptions.add(listener),
    })
  }

  can(question: Question, record?: unknown): boolean {
    const compiled = this.#compile(question)
    if (compiled === undefined) return false
    if (compiled.plain) return compiled.allowed
    if (this.#report) this.#inspect(question, record)
    if (record === undefined || record === null) return false
    const { epoch } = this.#session
    // The accessors are the app's code and may have cleared the gate.
    return allowsRecord(compiled, record) && epoch === this.#session.epoch
  }

  decide(question: Question, record?: unknown): Decision {
    return this.#decisions.decide(this.#request(this.#parseFor(question, record), record))
  }

  explain(question: Question, record?: unknown): Explanation {
    return this.#decisions.explain(this.#request(this.#parseFor(question, record), record))
  }

  maybe(question: Question): boolean {
    const parsed = this.#parse(question)
    return parsed !== undefined && this.#inForce()?.possible[parsed.row] === 1
  }

  filter<T>(question: Question, records: Iterable<T>): T[] {
    try {
      return this.#filtered(question, this.#compile(question), records)
    } catch {
      // Getters, proxies and iterators are the app's code and may throw.
      this.#report?.(
        `\`filter\` of \`${shown(question)}\` was given a list that throws while it is read`,
      )
      return []
    }
  }

  #filtered<T>(
    question: Question,
    compiled: CompiledQuestion | undefined,
    records: Iterable<T>,
  ): T[] {
    if (!isIterable(records)) {
      this.#report?.(
        `\`filter\` of \`${shown(question)}\` was given ${kindOf(records)}; give an array or another iterable`,
      )
      return []
    }
    if (compiled === undefined || (compiled.plain && !compiled.allowed)) return []
    const session = this.#session
    const { epoch } = session
    // By index, because an array may have an iterator of the caller's.
    const list: readonly T[] = Array.isArray(records) ? records : listOf(records)
    const { length } = list
    const passed = growing<T>()
    for (let at = 0; at < length; at += 1) {
      const record = list[at] as T
      if (!compiled.plain) {
        if (this.#report) this.#inspect(question, record)
        if (record === undefined || record === null) continue
        if (!allowsRecord(compiled, record) || epoch !== session.epoch) continue
      }
      passed[passed.length] = record
    }
    return grown(passed)
  }

  decideAll(record?: unknown, kind?: string): Readonly<Record<string, Decision>> {
    const { catalog } = this.#session
    if (catalog === undefined) return Object.freeze({})
    // Assigning members calls setters of the prototype, so the object has none; the spread defines them.
    const all = Object.create(null) as Record<string, Decision>
    const about =
      kind === undefined ? (catalog.kinds.length === 1 ? 0 : -1) : catalog.kinds.indexOf(kind)
    if (about < 0 && record !== undefined && record !== null) {
      this.#report?.(
        kind === undefined
          ? '`decideAll` needs the kind of the record as its second argument'
          : `the catalog has no record kind \`${shown(kind)}\``,
      )
    }
    for (const name of catalog.permissions) {
      const parsed = catalog.questions.get(name)
      all[name] = this.#decisions.decide(
        this.#request(parsed, parsed?.kind === about ? record : undefined),
      )
    }
    return Object.freeze({ ...all })
  }

  /** Compiles a question; `undefined` if it is denied for every record. */
  #compile(question: unknown): CompiledQuestion | undefined {
    if (this.#session.denial() !== GRANTED) {
      if (this.#report) this.#parse(question)
      return undefined
    }
    const table = this.#current()
    const known = table?.compiled.get(question)
    if (known !== undefined) return known
    const parsed = this.#parse(question)
    if (parsed === undefined || table === undefined) return undefined
    const compiled = compileQuestion(table, parsed, this.#report !== undefined)
    table.compiled.set(question, compiled)
    if (this.#report) this.#reportUnread(table, parsed)
    return compiled
  }

  #parseFor(question: Question, record: unknown): ParsedQuestion | undefined {
    const parsed = this.#parse(question)
    if (this.#report && parsed !== undefined && parsed.kind >= 0) {
      this.#inspect(question, record)
      // Compiling reports the facts that the answer needs and nothing reads.
      this.#compile(question)
    }
    return parsed
  }

  /** Reports a value that cannot be a record. */
  #inspect(question: Question, record: unknown): void {
    if (record === undefined || record === null) {
      this.#report?.(`\`${question}\` was asked without a record; give it as the second argument`)
    } else if (isThenable(record)) {
      this.#report?.(`\`${question}\` was asked about a promise; await the record first`)
    }
  }

  #reportUnread(table: Table, parsed: ParsedQuestion): void {
    const { catalog } = this.#session
    const name = catalog?.permissions[parsed.permission]
    const kind = catalog?.kinds[parsed.kind]
    for (const fact of unreadDeciders(table, parsed)) {
      this.#report?.(
        `\`${name}\` depends on \`${fact}\`, which \`records.${kind}\` does not read; give an accessor for it`,
      )
    }
  }

  #reportWorkspace(): void {
    const { memberships } = this.#session
    const { size } = memberships
    // A workspace that is not an id was reported when the view was made.
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

  #parse(question: unknown): ParsedQuestion | undefined {
    const questions = this.#session.catalog?.questions
    const parsed = questions?.get(question as string)
    if (parsed === undefined && questions !== undefined && this.#report) {
      const hint = typeof question === 'string' ? didYouMean(question, questions.keys()) : ''
      this.#report(`the catalog has no permission \`${shown(question)}\`${hint}`)
    }
    return parsed
  }

  #request(parsed: ParsedQuestion | undefined, record: unknown): DecisionRequest {
    const session = this.#session
    const denial = session.denial()
    if (denial !== GRANTED) return { refused: denial, question: parsed }
    if (parsed === undefined) return { refused: UNKNOWN_PERMISSION, question: parsed }
    const table = this.#current()
    if (table === undefined) return { refused: UNKNOWN_WORKSPACE, question: parsed }
    // Every member is set, so that none is read from `Object.prototype`.
    const answerable = { refused: undefined, question: parsed, table, bits: 0, lacksRecord: false }
    if (parsed.kind < 0) return answerable
    if (record === undefined || record === null) return { ...answerable, lacksRecord: true }
    const { epoch } = session
    const bits = relationship(table.readers[parsed.kind] ?? [], record)
    if (epoch !== session.epoch)
      return { refused: session.denial() || NO_SNAPSHOT, question: parsed }
    return { ...answerable, bits }
  }

  /** The decision table, if the gate decides right now. */
  #inForce(): Table | undefined {
    return this.#session.denial() === GRANTED ? this.#current() : undefined
  }

  #current(): Table | undefined {
    if (this.#epoch !== this.#session.epoch) {
      this.#epoch = this.#session.epoch
      this.#decisions.renew()
      this.#table = this.#compileTable()
    }
    return this.#table
  }

  #compileTable(): Table | undefined {
    const { guard, catalog, memberships, options } = this.#session
    const only = memberships.size === 1 ? 0 : undefined
    const membership = this.#workspace === undefined ? only : memberships.get(this.#workspace)
    if (guard === undefined || catalog === undefined) return undefined
    if (membership === undefined) {
      if (this.#report) this.#reportWorkspace()
      return undefined
    }
    for (const kind of options.records.keys()) {
      if (!catalog.kinds.includes(kind)) {
        const hint = didYouMean(kind, catalog.kinds)
        this.#report?.(
          `\`records\` names \`${kind}\`, which is not a record kind of the catalog${hint}`,
        )
      }
    }
    try {
      return guard.use(engine => {
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
          compiled: new Map(),
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

/** An empty list without a prototype: setters on `Array.prototype` would receive its elements. */
function growing<T>(): T[] {
  return Object.setPrototypeOf([], null)
}

function grown<T>(list: T[]): T[] {
  return Object.setPrototypeOf(list, Array.prototype)
}
