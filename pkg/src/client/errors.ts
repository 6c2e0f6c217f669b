import { GateError, isGateError } from '../index.ts'
import type { ServerAnswer } from './types.ts'

const LONGEST_RETRY_AFTER = 60 * 60 * 1000

/** An error of fetching, whatever has failed. */
export function fetchFailed(message: string, options?: ErrorOptions): GateError {
  return new GateError('ERR_FETCH_FAILED', message, options)
}

/** What was thrown while fetching and loading, as an error with a code. */
export function gateErrorOf(thrown: unknown): GateError {
  return isGateError(thrown) ? thrown : fetchFailed('the request has failed', { cause: thrown })
}

/**
 * The milliseconds for which a server that has failed wants to be left alone (RFC 9110 section 10.2.3),
 * an hour at most.
 */
export function retryAfter({ cause }: GateError, now: number): number {
  const value = (cause as Partial<ServerAnswer> | undefined)?.headers?.get?.('retry-after')
  const wait = Number(value) * 1000 || Date.parse(value ?? '') - now || 0
  return Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER)
}
