import type { Decision, Gate, GateView, Question, Step } from '../index.ts'
import { en } from '../reasons/en.ts'
import { type CatalogLabels, labelsOf, reasonText } from '../reasons/text.ts'

/** The event that tells the panel what a story has asked, and the one with which it asks for that. */
export const ASKED = 'rolegate/asked'
export const ASK = 'rolegate/ask'

/** Nobody reads more. */
const MOST = 300

/** What the panel is told. */
export interface Told {
  /** What the person holds, by global. */
  readonly person: Readonly<Record<string, readonly string[]>>
  readonly asked: readonly Asked[]
}

/** A question of a story, for the panel. */
export interface Asked {
  readonly question: string
  /** The workspace that was asked about, of `gate.in`. */
  readonly workspace: string | undefined
  /** The record, as JSON, shortened. */
  readonly record: string | undefined
  readonly decision: Decision
  /** Why, as a sentence; empty for what is allowed. */
  readonly reason: string
  readonly trace: readonly Step[]
}

/** Notes what a gate is asked. */
export class Questions {
  readonly #gate: Gate
  readonly #labels: ReturnType<typeof labelsOf>
  readonly #changed: () => void
  readonly #asked = new Map<
    string,
    { view: GateView; record: unknown; workspace?: string | undefined; question: Question }
  >()

  constructor(gate: Gate, catalog: CatalogLabels, changed: () => void) {
    this.#gate = gate
    this.#labels = labelsOf(catalog, 'en')
    this.#changed = changed
  }

  note(question: Question, record: unknown, workspace: string | undefined): void {
    const key = JSON.stringify([question, workspace, textOf(record)])
    if (this.#asked.has(key) || this.#asked.size >= MOST) return
    const view = workspace === undefined ? this.#gate : this.#gate.in(workspace)
    this.#asked.set(key, { question, record, workspace, view })
    this.#changed()
  }

  /** All of them, with the answers of now. */
  list(): readonly Asked[] {
    return Array.from(this.#asked.values(), ({ question, record, workspace, view }) => {
      const { trace, ...decision } = view.explain(question, record)
      const reason = decision.allowed ? '' : reasonText(decision, en, this.#labels)
      return { question, workspace, record: textOf(record), decision, reason, trace }
    })
  }
}

function textOf(record: unknown): string | undefined {
  try {
    return record === undefined ? undefined : JSON.stringify(record)?.slice(0, 200)
  } catch {
    return 'a record that JSON cannot express'
  }
}
