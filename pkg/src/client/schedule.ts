import { startTimer } from '../unzoned.ts'
import { isHidden } from './page.ts'
import type { Claims } from './token.ts'

/** Milliseconds: no timer waits longer, as timers stand still while a laptop sleeps. */
const LONGEST_WAIT = 60_000

/** Milliseconds: a page that is looked at again fetches again, unless it has just tried. */
const SHORTEST_PAUSE = 5000

const FIRST_RETRY = 1000
const LONGEST_RETRY = 60_000

/** Says when the next try is due, and begins it, in a page that somebody may be looking at. */
export interface Schedule {
  /** A try begins. Unless something else is said, the next waits for a look at the page. */
  began(): void
  /** A snapshot is in force: the next is due before its `refresh_after`. */
  succeeded(claims: Claims): void
  /** The next try is due after a pause; `retryAfter` is the least that the server asks for. */
  failed(retryAfter?: number): void
  /** A try is due now. */
  hurry(): void
  /** Somebody looks at the page again, or nobody any more. */
  pageChanged(): void
  /** Nothing is due any more, and the former tries are forgotten. */
  stop(): void
}

export function scheduleOf(now: () => number, begin: () => void): Schedule {
  /** When the next try is due; at no time while one is under way. */
  let due = Number.POSITIVE_INFINITY
  /** Until then no look at the page begins one. */
  let quietUntil = 0
  /** The tries in a row that have brought nothing fresh. */
  let fruitless = 0
  let stopTimer = () => {}

  const set = (time: number) => {
    due = time
    stopTimer()
    if (due === Number.POSITIVE_INFINITY || isHidden()) return
    const wait = Math.max(due - now(), 0)
    stopTimer = startTimer(
      () => (due > now() ? set(due) : begin()),
      // Also where a broken clock makes it no number.
      wait < LONGEST_WAIT ? wait : LONGEST_WAIT,
    )
  }
  const hurry = () => set(now())
  const failed = (retryAfter = 0) => {
    fruitless += 1
    const delay = retryDelay(fruitless, retryAfter)
    if (retryAfter > 0) quietUntil = now() + delay
    set(now() + delay)
  }
  return {
    began() {
      quietUntil = now() + SHORTEST_PAUSE
      set(Number.POSITIVE_INFINITY)
    },
    succeeded(claims) {
      const time = refreshTime(claims, now())
      if (time === undefined) return failed()
      fruitless = 0
      // The answer may have set the clock back.
      quietUntil = Math.min(quietUntil, now() + SHORTEST_PAUSE)
      set(time)
    },
    failed,
    hurry,
    pageChanged: () => (now() < quietUntil ? set(due) : hurry()),
    stop() {
      fruitless = 0
      set(Number.POSITIVE_INFINITY)
    },
  }
}

/**
 * When to fetch the next snapshot: in the last fifth of the time from `iat` to `refresh_after`, spread by
 * chance, so that neither tabs nor people ask at the same moment. Without it, half of the lifetime
 * counts. `undefined` where that time has come.
 */
export function refreshTime({ iat, exp, refresh_after }: Claims, now: number): number | undefined {
  const until = refresh_after ?? (iat + exp) / 2
  const time = (iat + (until - iat) * (0.8 + 0.15 * Math.random())) * 1000
  return time > now ? time : undefined
}

/**
 * The milliseconds until the next try: twice as many after each, up to a minute, half of them by chance;
 * no fewer than the server asks for.
 */
export function retryDelay(fruitless: number, retryAfter = 0): number {
  const delay = Math.min(FIRST_RETRY * 2 ** (fruitless - 1), LONGEST_RETRY)
  return Math.max(delay * (0.5 + 0.5 * Math.random()), retryAfter)
}

/** Waits for so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => startTimer(resolve, milliseconds))
}
