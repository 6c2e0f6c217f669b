/**
 * Composables, a component and a directive of Vue that follow a gate. No engine comes with them.
 *
 * @module rolegate/vue
 */

export type { ControlAttributes, ControlOptions, Mode, Reason } from '../bindings/appearance.ts'
export { DENIED, type Denied } from '../bindings/denied-event.ts'
export { Can, type CanProps, type CanSlots } from '../vue/can.ts'
export { useCan, useDecision, useGate, useGateState } from '../vue/composables.ts'
export { type CanValue, vCan } from '../vue/directive.ts'
export { type GatePluginOptions, gatePlugin } from '../vue/plugin.ts'
export { provideGate } from '../vue/provide.ts'
