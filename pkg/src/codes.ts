import type { Level, Outcome, ReasonCode } from './types.ts'

// The lists the engine's numbers are indexes into, in its order.

export const CODES: readonly ReasonCode[] = [
  'granted',
  'engine-unavailable',
  'no-snapshot',
  'not-yet-valid',
  'expired',
  'unknown-permission',
  'unknown-workspace',
  'record-required',
  'filtered',
  'not-granted',
  'relation',
  'prerequisite',
  'not-entitled',
]

export const GRANTED = 0
export const ENGINE_UNAVAILABLE = 1
export const NO_SNAPSHOT = 2
export const NOT_YET_VALID = 3
export const EXPIRED = 4
export const UNKNOWN_PERMISSION = 5
export const UNKNOWN_WORKSPACE = 6
export const RECORD_REQUIRED = 7
export const FILTERED = 8

export const LEVELS: readonly Level[] = ['off', 'read', 'write', 'on']

export const OUTCOMES: readonly Outcome[] = ['show', 'disable', 'hide', 'upsell', 'loading']

/** What to do about a denial for which the catalog has no say: the name is not one of its own. */
export const DEFAULT_OUTCOMES: readonly Outcome[] = [
  'show',
  'loading',
  'loading',
  'disable',
  'disable',
  'hide',
  'hide',
]
