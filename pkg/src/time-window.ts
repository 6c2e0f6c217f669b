/**
 * The times for which the engine's last answer holds: from the latest time that was seen until the
 * engine's next change, only time passes. Within them the engine is not asked again; it must be told
 * the latest time before it hears of any other.
 */
export class TimeWindow {
  // Where there is no window, no time is late enough to be in it.
  #latest = Number.POSITIVE_INFINITY
  #nextChange = Number.NEGATIVE_INFINITY

  /** Opens the window at a time that the engine was asked about. */
  open(now: number, nextChange: number | undefined): void {
    this.#latest = now
    this.#nextChange = nextChange ?? Number.POSITIVE_INFINITY
  }

  /** Moves on to a time, unless that lies outside the window. */
  advance(now: number): boolean {
    const inside = now >= this.#latest && now < this.#nextChange
    if (inside) this.#latest = now
    return inside
  }

  /** Closes the window, and returns the latest time that was seen in it. */
  close(): number | undefined {
    const latest = this.#latest
    this.#latest = Number.POSITIVE_INFINITY
    return latest === Number.POSITIVE_INFINITY ? undefined : latest
  }
}
