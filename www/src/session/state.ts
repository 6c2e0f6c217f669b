import type { Gate } from 'rolegate'
import type { DisplayCatalog } from '../demo/catalog.ts'
import type { Claims } from '../demo/token.ts'
import type { Refusal } from './refusal.ts'

/**
 * The status of a session, for the page as a whole.
 * `refused` and `failed` mean that no snapshot is in force. A snapshot that is refused while another
 * one is in force leaves the status as it was.
 */
export type SessionStatus = 'loading' | 'ready' | 'stale' | 'expired' | 'refused' | 'failed'

/** By workspace, the questions whose controls were not hidden. Expiry disables only these. */
export type ShownQuestions = ReadonlyMap<string, ReadonlySet<string>>

/** A session at one moment; every change makes a new object. */
export interface SessionState {
  readonly status: SessionStatus
  readonly gate: Gate | null
  readonly catalog: DisplayCatalog | null
  /** The claims of the snapshot in force. */
  readonly claims: Claims | null
  readonly refusal: Refusal | null
  /** What the person was shown while a snapshot was in force. */
  readonly shown: ShownQuestions
}

export const INITIAL_STATE: SessionState = {
  status: 'loading',
  gate: null,
  catalog: null,
  claims: null,
  refusal: null,
  shown: new Map(),
}

/** The codes that mean that the engine or the server is missing, not that a snapshot was refused. */
const FAILURE_CODES = new Set(['ERR_ENGINE_UNAVAILABLE', 'ERR_FETCH_FAILED', 'ERR_UNEXPECTED'])

/** The status that follows from the gate's state and the last refusal. */
export function statusOf(gate: Gate | null, refusal: Refusal | null): SessionStatus {
  const state = gate?.state ?? 'empty'
  if (state === 'failed') return 'failed'
  if (state !== 'empty') return state
  if (!refusal) return 'loading'
  return FAILURE_CODES.has(refusal.code) ? 'failed' : 'refused'
}
