import { watchTraps } from './binding.ts'
import { afterThisJob, startTimer } from './unzoned.ts'

const LONGEST_TIMER = 2 ** 31 - 1
const SHORTEST_RETRY = 250

/** Somebody to be told that things may have changed. */
export interface Watcher {
  look(): void
}

/** Tells watchers to look: after changes, after faults of the engine, and when a time has come. */
export class Announcer {
  // Milliseconds until something changes by itself.
  readonly #untilChange: () => number | undefined
  readonly #watchers = new Set<Watcher>()
  #unwatchTraps: (() => void) | undefined
  #stopTimer: (() => void) | undefined
  #telling = false
  #again = false
  #expected = false
  #ended = false

  constructor(untilChange: () => number | undefined) {
    this.#untilChange = untilChange
  }

  add(watcher: Watcher): void {
    if (this.#ended) return
    this.#watchers.add(watcher)
    this.#unwatchTraps ??= watchTraps(() => this.announceSoon())
    this.#arm(0)
  }

  remove(watcher: Watcher): void {
    this.#watchers.delete(watcher)
    if (this.#watchers.size === 0) this.#release()
  }

  /** Tells the watchers; what they change in turn is told once they are through. */
  announce(): void {
    this.#again = true
    if (this.#telling) return
    this.#telling = true
    try {
      while (this.#again) {
        this.#again = false
        for (const watcher of [...this.#watchers]) watcher.look()
      }
    } finally {
      this.#telling = false
    }
    if (this.#ended) this.#release()
    else this.#arm(0)
  }

  /** The same, after the code that is running now: nobody is told in the midst of a check. */
  announceSoon(): void {
    if (this.#expected || this.#watchers.size === 0) return
    this.#expected = afterThisJob(() => {
      this.#expected = false
      this.announce()
    })
  }

  /** Tells the watchers a last time and lets go of them. */
  end(): void {
    this.#ended = true
    this.announce()
  }

  #release(): void {
    this.#watchers.clear()
    this.#unwatchTraps?.()
    this.#unwatchTraps = undefined
    this.#stopTimer?.()
  }

  // A courtesy to listeners only: every check compares the clock itself.
  #arm(least: number): void {
    this.#stopTimer?.()
    if (this.#watchers.size === 0) return
    const wait = this.#untilChange()
    if (wait === undefined || Number.isNaN(wait)) return
    this.#stopTimer = startTimer(
      () => {
        this.announce()
        this.#arm(SHORTEST_RETRY)
      },
      Math.min(Math.max(wait, least), LONGEST_TIMER),
    )
  }
}
