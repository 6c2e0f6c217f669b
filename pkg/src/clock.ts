import { afterThisJob, jobsAreNative } from './unzoned.ts'

// Captured before other scripts of the page can replace it.
const readClock = Date.now

/** After this many equal readings the clock is not read again in this turn of the event loop. */
const ENOUGH = 8

/**
 * Changes with a turn of the event loop in which the time was held. An answer that was found while
 * {@link isHeld} is valid until it changes.
 */
export let turn = 0

let held: number | undefined
let last = Number.NaN
let readings = 0

/**
 * The time in milliseconds since 1970.
 *
 * A single question reads the clock and schedules nothing. A run of questions within one millisecond
 * holds the time until the running code has finished, because reading the clock costs several times
 * as much as deciding.
 */
export function currentTime(): number {
  if (held !== undefined) return held
  const time = readClock()
  if (time !== last) {
    last = time
    readings = 1
    return time
  }
  readings += 1
  if (readings >= ENOUGH && jobsAreNative && afterThisJob(nextTurn)) held = time
  return time
}

/** Whether the time stands still until the next turn. */
export function isHeld(): boolean {
  return held !== undefined
}

/** Begins another turn, also early after a trap, so that earlier answers are not reused. */
export function nextTurn(): void {
  turn += 1
  held = undefined
  readings = 0
}

/**
 * The time of the app's own clock; `NaN` where it fails, for which the engine denies everything.
 */
export function timeOf(now: () => number): number {
  try {
    const read: unknown = now()
    return typeof read === 'number' ? read : Number.NaN
  } catch {
    return Number.NaN
  }
}
