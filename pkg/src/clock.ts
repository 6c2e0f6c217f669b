// Captured before other scripts of the page can replace them.
const readClock = Date.now
const afterTurn = queueMicrotask

let turn = 0
let time = 0
let open = false

/**
 * The number of this turn of the event loop. The clock is read where a turn is asked about for the
 * first time: reading it costs more than deciding, and all decisions of one turn agree this way.
 */
export function currentTurn(): number {
  if (!open) {
    open = true
    turn += 1
    time = readClock()
    afterTurn(close)
  }
  return turn
}

/** The time of this turn, in milliseconds since 1970. */
export function turnTime(): number {
  currentTurn()
  return time
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

function close(): void {
  open = false
}
