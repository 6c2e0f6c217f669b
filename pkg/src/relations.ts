import { FACTS } from './codes.ts'
import type { Accessors, FactName } from './options.ts'
import { isThenable, kindOf } from './realms.ts'
import type { Report } from './strict.ts'

/** What one fact means, as the engine hands it out: relations in the low 8 bits, filters above. */
export type EngineMeanings = readonly [
  ids: readonly string[],
  /** One entry for each of the ids. */
  bits: Uint32Array,
  /** What all other ids mean, and a fact that was read and is empty. */
  rest: Uint32Array,
]

/**
 * Asks the engine what a fact means on records of the kind at that position of the catalog. The people
 * among the `collaborators` who may edit are the engine's fact `editors`.
 */
export type Ask = (kind: number, fact: FactName | 'editors') => EngineMeanings

/** Reads one fact of records and says what it means. */
export interface FactReader {
  /** The bits that some id gives: relations and filters. */
  readonly attainable: number
  read(record: unknown): number
  /** Whether there is an id that means something else to `later`. */
  differs(later: FactReader): boolean
}

/** Up to this many ids are compared one by one, which is faster than looking them up. */
const FEW = 8

/** A record kind of the catalog. */
interface Kind {
  readonly position: number
  readonly name: string
}

/** How the app's records of one kind are read, in one membership. */
export function factReaders(
  kind: Kind,
  accessors: Accessors | undefined,
  ask: Ask,
  report: Report | undefined,
): readonly FactReader[] {
  return [...(accessors ?? [])].map(([fact, accessor]) => {
    const reading: Reading = {
      accessor,
      mistake: report && (what => report(`\`${fact}\` of \`${kind.name}\` ${what}`)),
    }
    const [first, second] = meanings(kind, fact, ask)
    return second === undefined
      ? new SingleFact(reading, first)
      : new Collaborators(reading, first, second)
  })
}

/** A fact that the app does not read. */
export interface UnreadFact {
  readonly fact: FactName
  /** As of a {@link FactReader}. */
  readonly attainable: number
}

/** The facts of one kind of record for which the app has no accessor. */
export function unreadFacts(
  kind: Kind,
  accessors: Accessors | undefined,
  ask: Ask,
): readonly UnreadFact[] {
  return FACTS.filter(fact => accessors?.has(fact) !== true).map(fact => ({
    fact,
    attainable: attainable(meanings(kind, fact, ask)),
  }))
}

/**
 * What the ids of a fact mean; for `collaborators`, the meanings for people who may edit come
 * second.
 */
function meanings(kind: Kind, fact: FactName, ask: Ask): readonly [FactMeanings, FactMeanings?] {
  const of = (name: FactName | 'editors') => new FactMeanings(ask(kind.position, name))
  return fact === 'collaborators' ? [of(fact), of('editors')] : [of(fact)]
}

function attainable(meanings: readonly (FactMeanings | undefined)[]): number {
  return meanings.reduce((bits, meaning) => bits | (meaning?.attainable ?? 0), 0)
}

interface Reading {
  readonly accessor: (record: unknown) => unknown
  /** Reports what the accessor did; `undefined` unless mistakes are reported. */
  readonly mistake: ((didSo: string) => void) | undefined
}

/** What a record's facts mean together. */
export function relationship(readers: readonly FactReader[], record: unknown): number {
  let bits = 0
  // By index: this is the hot path, and an iterator could be replaced on `Array.prototype`.
  for (let at = 0; at < readers.length; at += 1) bits |= readers[at]?.read(record) ?? 0
  return bits
}

class SingleFact implements FactReader {
  readonly attainable: number
  readonly #accessor: (record: unknown) => unknown
  readonly #meanings: FactMeanings
  readonly #mistake: Reading['mistake']

  constructor({ accessor, mistake }: Reading, meanings: FactMeanings) {
    this.attainable = meanings.attainable
    this.#accessor = accessor
    this.#meanings = meanings
    this.#mistake = mistake
  }

  read(record: unknown): number {
    const accessor = this.#accessor // called on its own, so that it gets no `this` of ours
    let id: unknown
    try {
      id = accessor(record)
    } catch {
      this.#mistake?.(THREW)
      return 0
    }
    if (typeof id === 'string') return this.#meanings.of(id)
    if (id === null) return this.#meanings.empty
    this.#mistake?.(noId(id))
    return 0
  }

  differs(later: FactReader): boolean {
    return !(later instanceof SingleFact) || this.#meanings.differ(later.#meanings)
  }
}

class Collaborators implements FactReader {
  readonly attainable: number
  readonly #accessor: (record: unknown) => unknown
  readonly #member: FactMeanings
  readonly #editor: FactMeanings
  readonly #mistake: Reading['mistake']

  constructor({ accessor, mistake }: Reading, member: FactMeanings, editor: FactMeanings) {
    this.attainable = attainable([member, editor])
    this.#accessor = accessor
    this.#member = member
    this.#editor = editor
    this.#mistake = mistake
  }

  read(record: unknown): number {
    const accessor = this.#accessor
    try {
      const people = accessor(record)
      if (Array.isArray(people)) {
        let bits = 0
        for (const person of people) bits |= this.#meaning(person)
        return bits
      }
      if (people !== null) this.#mistake?.(noList(people))
    } catch {
      this.#mistake?.(THREW)
    }
    return 0
  }

  differs(later: FactReader): boolean {
    return (
      !(later instanceof Collaborators) ||
      this.#member.differ(later.#member) ||
      this.#editor.differ(later.#editor)
    )
  }

  #meaning(person: unknown): number {
    if (typeof person === 'string') return person === '' ? 0 : this.#member.of(person)
    if (typeof person === 'object' && person !== null && Object.hasOwn(person, 'id')) {
      const { id, edit } = person as { id: unknown; edit?: unknown }
      if (typeof id === 'string' && id !== '') {
        const edits = edit === true && Object.hasOwn(person, 'edit')
        if (edit !== undefined && typeof edit !== 'boolean') {
          this.#mistake?.('names a collaborator whose `edit` is neither `true` nor `false`')
        }
        return this.#member.of(id) | (edits ? this.#editor.of(id) : 0)
      }
    }
    this.#mistake?.('names a collaborator that is neither an id, a string, nor `{ id, edit }`')
    return 0
  }
}

const THREW =
  'threw an error, so the fact is unknown; an accessor returns `undefined` for an unknown fact'

/** What is wrong with a fact that should be an id. */
function noId(given: unknown): string {
  if (typeof given === 'number' || typeof given === 'bigint') {
    return `gave ${kindOf(given)}; an id is a string, so give \`String(id)\``
  }
  return (
    notRead(given, '`null`') ?? `gave ${kindOf(given)}; give an id, a string, or \`null\` for none`
  )
}

/** What is wrong with a fact that should be a list of people. */
function noList(given: unknown): string {
  return (
    notRead(given, '`[]`') ??
    'gave a value that is not an array; give an array of ids or of `{ id, edit }`'
  )
}

function notRead(given: unknown, none: string): string | undefined {
  if (given === undefined)
    return `gave \`undefined\`, so the fact is unknown; give ${none} for none`
  return isThenable(given)
    ? 'gave a promise; await it before asking, as an accessor answers at once'
    : undefined
}

/** What the ids of one fact mean. */
class FactMeanings {
  /** What an empty fact means: `null`, or an empty id. */
  readonly empty: number
  readonly #other: number
  readonly #known: ReadonlyMap<string, number>
  // The ids and bits of `#known`, if there are few.
  readonly #ids: readonly string[] | undefined
  readonly #bits: readonly number[]

  constructor(meanings: EngineMeanings) {
    // By index: an iterator could be replaced on `Array.prototype`.
    const bits = Int32Array.from(meanings[1])
    const rest = Int32Array.from(meanings[2])
    this.#other = rest[0] ?? 0
    this.empty = rest[1] ?? 0
    const known = meanings[0].map((id, at): [string, number] => [id, bits[at] ?? 0])
    known.push(['', this.empty])
    this.#known = new Map(known.filter(([, meaning]) => meaning !== this.#other))
    // Equal property names are one string in memory, so comparing them compares addresses only.
    const names = [...this.#known.keys()].map(id => Object.keys({ [id]: 0 })[0] ?? id)
    this.#ids = names.length > FEW ? undefined : names
    this.#bits = [...this.#known.values()]
  }

  /** The bits that any id, or an empty fact, gives. */
  get attainable(): number {
    return this.#bits.reduce((all, bits) => all | bits, this.#other | this.empty)
  }

  of(id: string): number {
    const ids = this.#ids
    if (ids === undefined) return this.#known.get(id) ?? this.#other
    for (let at = 0; at < ids.length; at += 1) if (ids[at] === id) return this.#bits[at] ?? 0
    return this.#other
  }

  differ(later: FactMeanings): boolean {
    return (
      this.#other !== later.#other ||
      this.#known.size !== later.#known.size ||
      [...this.#known].some(([id, bits]) => later.of(id) !== bits)
    )
  }
}
