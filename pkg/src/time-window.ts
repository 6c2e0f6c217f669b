/**
 * The times at which the engine's last answer is still valid: from the latest time that was seen up to
 * the next change that the engine has announced. Inside the window the engine is not asked; before it
 * is asked again, it must be told the latest time.
 */
export class TimeWindow {
  // While the window is closed, no time is late enough to be inside.
  #latest = Number.POSITIVE_INFINITY
  #nextChange = Number.NEGATIVE_INFINITY

  /** Opens the window at the time for which the engine was asked. */
  open(now: number, nextChange: number | undefined): void {
    this.#latest = now
    this.#nextChange = nextChange ?? Number.POSITIVE_INFINITY
  }

  /** Whether `now` is inside the window, which then begins at `now`. */
  advance(now: number): boolean {
    const inside = now >= this.#latest && now < this.#nextChange
    if (inside) this.#latest = now
    return inside
  }

  /** Closes the window and returns the latest time that was seen, unless it was closed. */
  close(): number | undefined {
    const latest = this.#latest
    this.#latest = Number.POSITIVE_INFINITY
    return latest === Number.POSITIVE_INFINITY ? undefined : latest
  }
}
