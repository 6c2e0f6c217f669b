import { timeOf } from '../clock.ts'
import type { ServerAnswer } from './types.ts'

/**
 * Milliseconds by which a device's clock is corrected at most: two days, which cover a wrong day, time
 * zone or half of the day. The header is not signed, so it may not say just anything.
 */
const MOST = 2 * 24 * 60 * 60 * 1000

/** The device's time, corrected by what the server says of its own. */
export interface ServerClock {
  /** The time in milliseconds since 1970; no number where the device's cannot be read. */
  readonly now: () => number
  /**
   * Learns from the `date` header of an answer (RFC 9110 section 6.6.1), which counts whole seconds.
   * How long the answer was on its way is not known, so a correction that may be right stays as it is.
   *
   * @param sent - what `now` was when the request was sent
   */
  learn(answer: ServerAnswer, sent: number): void
}

export function serverClock(read: () => number, warn: (message: string) => void): ServerClock {
  let offset = 0
  const now = () => timeOf(read) + offset
  return {
    now,
    learn({ headers }, sent) {
      const server = Date.parse(headers.get('date') ?? '') + Number(headers.get('age')) * 1000
      const least = server - now()
      const most = server + 1000 - sent
      // What is no time, and what a clock shows that was set meanwhile, says nothing.
      if (!(least <= most)) return
      const corrected = offset + Math.min(Math.max(0, least), most)
      if (Math.abs(corrected) <= MOST) offset = corrected
      else warn('device and server are days apart')
    },
  }
}
