// Captured before other scripts of the page can replace them.
const readClock = Date.now
const afterTurn = queueMicrotask

/**
 * The number of this turn of the event loop. What was found out about the time holds as long as it
 * stays the same: reading the clock costs more than deciding, and all decisions of one turn agree.
 */
export let turn = 0

let time: number | undefined

/** The time of this turn, in milliseconds since 1970, by the clock where it is first asked for. */
export function turnTime(): number {
  if (time === undefined) {
    time = readClock()
    afterTurn(nextTurn)
  }
  return time
}

/** Begins another turn, before its time after a trap: whatever was found out must be again. */
export function nextTurn(): void {
  turn += 1
  time = undefined
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

/** Runs `work` once the code that is running now has finished. */
export function soon(work: () => void): void {
  afterTurn(work)
}
