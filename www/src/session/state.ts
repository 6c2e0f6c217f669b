import type { Gate } from 'rolegate'
import type { Names } from '../demo/catalog.ts'
import type { Claims } from '../demo/token.ts'
import type { Refusal } from './refusal.ts'

/**
 * What the page as a whole shows.
 * `refused` and `failed` mean that nothing is in force; a snapshot refused while another one is in
 * force leaves the stage as it was.
 */
export type Stage = 'loading' | 'ready' | 'stale' | 'expired' | 'refused' | 'failed'

/** The questions whose controls were on the screen, so that expiry disables only these. */
export type Seen = ReadonlyMap<string, ReadonlySet<string>>

/** A session at one moment; a new object for every change. */
export interface View {
  readonly stage: Stage
  readonly gate: Gate | null
  readonly names: Names | null
  /** The claims of the snapshot in force. */
  readonly claims: Claims | null
  readonly refusal: Refusal | null
  /** A snapshot is on its way. */
  readonly busy: boolean
  /** By workspace, what the person was shown while the snapshot was in force. */
  readonly seen: Seen
}

export const NOTHING: View = {
  stage: 'loading',
  gate: null,
  names: null,
  claims: null,
  refusal: null,
  busy: true,
  seen: new Map(),
}

const BROKEN = new Set(['ERR_ENGINE_UNAVAILABLE', 'ERR_FETCH_FAILED', 'ERR_UNEXPECTED'])

/** The stage that follows from the gate's state and the last refusal. */
export function stageOf(gate: Gate | null, refusal: Refusal | null): Stage {
  const state = gate?.state ?? 'empty'
  if (state === 'failed') return 'failed'
  if (state !== 'empty') return state
  if (!refusal) return 'loading'
  return BROKEN.has(refusal.code) ? 'failed' : 'refused'
}
