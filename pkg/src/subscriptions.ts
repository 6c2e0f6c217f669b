import type { ChangeObserver } from './change-notifier.ts'
import { frozen } from './freeze.ts'
import { report } from './report.ts'
import type { Session } from './session.ts'
import { flips, type Table } from './table.ts'
import type { GateEvent, GateState } from './types.ts'
import { inThisZone } from './unzoned.ts'

/** What listeners are told about, as it is at one time. */
interface Observed {
  readonly state: GateState
  readonly seq: number | undefined
  readonly subject: string | undefined
  readonly table: Table | undefined
}

/** The listeners of one view, and what they were told last. */
export class Subscriptions implements ChangeObserver {
  readonly #session: Session
  readonly #inForce: () => Table | undefined
  readonly #listeners = new Set<{ readonly tell: (event: GateEvent) => void }>()
  #told: Observed | undefined

  constructor(session: Session, inForce: () => Table | undefined) {
    this.#session = session
    this.#inForce = inForce
  }

  add(tell: (event: GateEvent) => void): () => void {
    if (typeof tell !== 'function') throw new TypeError('a listener must be a function')
    const entry = { tell: inThisZone(tell) }
    if (this.#listeners.size === 0) {
      this.#told = this.#observe()
      this.#session.notifier.add(this)
    }
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
      if (this.#listeners.size === 0) this.#session.notifier.remove(this)
    }
  }

  check(): void {
    const before = this.#told
    const now = this.#observe()
    this.#told = now
    const flipped = flips(before?.table, now.table)
    const same =
      before?.state === now.state && before.seq === now.seq && before.subject === now.subject
    if (same && flipped.length === 0) return
    const event = frozen<GateEvent>({ state: now.state, flipped })
    for (const { tell } of [...this.#listeners]) {
      try {
        tell(event)
      } catch (error) {
        report(error)
      }
    }
  }

  #observe(): Observed {
    // The state comes first: reading it may find that the engine has stopped and nothing is in force.
    const state = this.#session.state()
    const { seq, subject } = this.#session
    return { state, seq, subject, table: this.#inForce() }
  }
}
