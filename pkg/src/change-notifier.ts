import { watchTraps } from './binding.ts'
import { afterThisJob, startTimer } from './unzoned.ts'

const SHORTEST_RETRY = 250

/**
 * Compares what its listeners were told last with what holds now, and tells them of a difference.
 */
export interface ChangeObserver {
  check(): void
}

/**
 * Lets observers check for changes: after a load or a `clear`, after a fault of the engine, and at the
 * time at which something changes by itself.
 */
export class ChangeNotifier {
  /** Milliseconds until something changes by itself; `undefined` where nothing will. */
  readonly #untilChange: () => number | undefined
  readonly #observers = new Set<ChangeObserver>()
  #unwatchTraps: (() => void) | undefined
  #stopTimer: (() => void) | undefined
  #notifying = false
  #pending = false
  #scheduled = false
  #ended = false

  constructor(untilChange: () => number | undefined) {
    this.#untilChange = untilChange
  }

  add(observer: ChangeObserver): void {
    if (this.#ended) return
    this.#observers.add(observer)
    this.#unwatchTraps ??= watchTraps(() => this.notifySoon())
    this.#arm(0)
  }

  remove(observer: ChangeObserver): void {
    this.#observers.delete(observer)
    if (this.#observers.size === 0) this.#release()
  }

  /** Lets every observer check. Changes that listeners make meanwhile lead to another round. */
  notify(): void {
    this.#pending = true
    if (this.#notifying) return
    this.#notifying = true
    try {
      while (this.#pending) {
        this.#pending = false
        for (const observer of [...this.#observers]) observer.check()
      }
    } finally {
      this.#notifying = false
    }
    if (this.#ended) this.#release()
    else this.#arm(0)
  }

  /**
   * The same, after the code that is running now, so that no listener is called during a question.
   */
  notifySoon(): void {
    if (this.#scheduled || this.#observers.size === 0) return
    this.#scheduled = afterThisJob(() => {
      this.#scheduled = false
      this.notify()
    })
  }

  /** Lets the observers check one last time, then forgets them. */
  end(): void {
    this.#ended = true
    this.notify()
  }

  #release(): void {
    this.#observers.clear()
    this.#unwatchTraps?.()
    this.#unwatchTraps = undefined
    this.#stopTimer?.()
  }

  // The timer serves listeners only: every question compares the clock itself.
  #arm(least: number): void {
    this.#stopTimer?.()
    if (this.#observers.size === 0) return
    const wait = this.#untilChange()
    if (wait === undefined || Number.isNaN(wait)) return
    this.#stopTimer = startTimer(
      () => {
        this.notify()
        this.#arm(SHORTEST_RETRY)
      },
      Math.max(wait, least),
    )
  }
}
