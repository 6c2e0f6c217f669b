import { afterThisJob, jobsAreNative } from './unzoned.ts'

// Captured before other scripts of the page can replace it.
const readClock = Date.now

/** After so many equal readings the clock is not read again in this turn of the event loop. */
const ENOUGH = 8

/**
 * The number of this turn of the event loop, as far as turns are told apart: what was found out while
 * {@link isHeld} holds until the number changes.
 */
export let turn = 0

let held: number | undefined
let last = Number.NaN
let readings = 0

/**
 * The time in milliseconds since 1970.
 *
 * A single question schedules nothing: it reads the clock. A run of questions within one millisecond
 * holds the time until the running code has finished, as reading the clock costs several times what
 * deciding does.
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

/** Begins another turn, before its time after a trap: whatever was found out must be again. */
export function nextTurn(): void {
  turn += 1
  held = undefined
  readings = 0
}

/** What the app's own clock says; one that fails reads as no number, which the engine denies. */
export function timeOf(now: () => number): number {
  try {
    const read: unknown = now()
    return typeof read === 'number' ? read : Number.NaN
  } catch {
    return Number.NaN
  }
}
