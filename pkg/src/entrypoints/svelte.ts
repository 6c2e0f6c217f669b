/**
 * A gate whose answers Svelte 5 follows. No engine comes with it.
 *
 * @module rolegate/svelte
 */

export type { ControlAttributes, ControlOptions, Mode, Reason } from '../bindings/appearance.ts'
export { DENIED, type Denied } from '../bindings/denied-event.ts'
export { type ControlProps, type FollowedGate, getGate, setGate } from '../svelte/gate.ts'
