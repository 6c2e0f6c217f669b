import type { Accessors, FactName } from './options.ts'
import type { Report } from './strict.ts'

/** What one fact means, as the engine hands it out: relations in the low 8 bits, filters above. */
export type EngineMeanings = readonly [
  ids: readonly string[],
  /** One entry for each of the ids. */
  bits: Uint32Array,
  /** What all other ids mean, and a fact that was read and is empty. */
  rest: Uint32Array,
]

/** Asks the engine what a fact of a record kind means, both by their positions. */
export type Ask = (kind: number, fact: number) => EngineMeanings

/** Reads one fact of records and says what it means. */
export interface FactReader {
  /** The bits of the relations that this fact can make hold. */
  readonly relations: number
  read(record: unknown): number
  /** Whether there is an id that means something else to `later`. */
  differs(later: FactReader): boolean
}

// Positions in the engine's list of facts.
const POSITIONS: Readonly<Record<Exclude<FactName, 'collaborators'>, number>> = {
  owner: 0,
  assignee: 1,
  group: 2,
  organization: 3,
  queue: 4,
}
const COLLABORATOR = 5
const EDITOR = 6

/** What each fact can make hold; the engine says whether it does. */
const RELATIONS: Readonly<Record<FactName, readonly string[]>> = {
  owner: ['own'],
  assignee: ['mine', 'assigned', 'unassigned'],
  group: ['same-group'],
  organization: ['same-organization'],
  queue: [],
  collaborators: ['shared', 'shared-edit'],
}

/** Up to so many ids are compared one by one, which is quicker than looking them up. */
const FEW = 8

/** How the app's records of one kind are read, in one membership. */
export function factReaders(
  kind: { readonly position: number; readonly name: string; readonly relations: readonly string[] },
  accessors: Accessors | undefined,
  ask: Ask,
  report: Report | undefined,
): readonly FactReader[] {
  return [...(accessors ?? [])].map(([fact, accessor]) => {
    const reading: Reading = {
      accessor,
      relations: kind.relations.reduce(
        (bits, name, at) => bits | (RELATIONS[fact].includes(name) ? 1 << at : 0),
        0,
      ),
      mistake: report && (() => report(`\`${fact}\` of \`${kind.name}\` is of a wrong type`)),
    }
    const meanings = (fact: number) => new Meanings(ask(kind.position, fact))
    return fact === 'collaborators'
      ? new Collaborators(reading, meanings(COLLABORATOR), meanings(EDITOR))
      : new SingleFact(reading, meanings(POSITIONS[fact]))
  })
}

interface Reading {
  readonly accessor: (record: unknown) => unknown
  readonly relations: number
  readonly mistake: (() => void) | undefined
}

/** Meanings add up: what a record's facts mean together. */
export function standing(readers: readonly FactReader[], record: unknown): number {
  let bits = 0
  // By index: this is the hot path, and an iterator could be replaced on `Array.prototype`.
  for (let at = 0; at < readers.length; at += 1) bits |= readers[at]?.read(record) ?? 0
  return bits
}

class SingleFact implements FactReader {
  readonly relations: number
  readonly #accessor: (record: unknown) => unknown
  readonly #meanings: Meanings
  readonly #mistake: (() => void) | undefined

  constructor({ accessor, relations, mistake }: Reading, meanings: Meanings) {
    this.relations = relations
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
      return 0
    }
    if (typeof id === 'string') return this.#meanings.of(id)
    if (id === null) return this.#meanings.empty
    if (id !== undefined) this.#mistake?.()
    return 0
  }

  differs(later: FactReader): boolean {
    return !(later instanceof SingleFact) || this.#meanings.differ(later.#meanings)
  }
}

class Collaborators implements FactReader {
  readonly relations: number
  readonly #accessor: (record: unknown) => unknown
  readonly #member: Meanings
  readonly #editor: Meanings
  readonly #mistake: (() => void) | undefined

  constructor({ accessor, relations, mistake }: Reading, member: Meanings, editor: Meanings) {
    this.relations = relations
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
      if (people !== null && people !== undefined) this.#mistake?.()
    } catch {
      // Not read.
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
        return this.#member.of(id) | (edits ? this.#editor.of(id) : 0)
      }
    }
    this.#mistake?.()
    return 0
  }
}

/** What the ids of one fact mean. */
class Meanings {
  /** Of a fact that was read and is empty, whether by `null` or by an empty id. */
  readonly empty: number
  readonly #other: number
  readonly #known: ReadonlyMap<string, number>
  // The same, where they are few.
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
    // Of equal names of properties there is one, so that comparing them takes their addresses alone.
    const names = [...this.#known.keys()].map(id => Object.keys({ [id]: 0 })[0] ?? id)
    this.#ids = names.length > FEW ? undefined : names
    this.#bits = [...this.#known.values()]
  }

  of(id: string): number {
    const ids = this.#ids
    if (ids === undefined) return this.#known.get(id) ?? this.#other
    for (let at = 0; at < ids.length; at += 1) if (ids[at] === id) return this.#bits[at] ?? 0
    return this.#other
  }

  differ(later: Meanings): boolean {
    return (
      this.#other !== later.#other ||
      this.#known.size !== later.#known.size ||
      [...this.#known].some(([id, bits]) => later.of(id) !== bits)
    )
  }
}
