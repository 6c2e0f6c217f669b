import { startTimer } from '../unzoned.ts'
import { fetchFailed } from './errors.ts'

/** Ends work that takes too long, or that nobody wants any more, and the waiting for it. */
export interface Deadline {
  /** For whoever does the work. */
  readonly signal: AbortSignal
  /** The time counts from now. */
  extend(): void
  /** It is over now. */
  end(): void
  /**
   * Waits for `work` until it is over. Whether the work itself stops then is up to it.
   *
   * @throws GateError (as a rejection) when it is over
   */
  wait<T>(work: Promise<T>): Promise<T>
}

/** A deadline that is over in so many milliseconds. */
export function deadlineIn(milliseconds: number): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  let stopTimer = () => {}
  const end = () => {
    stopTimer()
    controller.abort()
  }
  const extend = () => {
    stopTimer()
    stopTimer = startTimer(end, milliseconds)
  }
  extend()
  return {
    signal,
    extend,
    end,
    wait: work =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(fetchFailed('nothing has come in time')))
        work.then(resolve, reject).finally(() => stopTimer())
      }),
  }
}
