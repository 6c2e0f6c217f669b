import type { GateState } from '../index.ts'

/** Whether what stands so has a snapshot in force. */
export function decides({ state }: { readonly state: GateState }): boolean {
  return state === 'ready' || state === 'stale'
}
