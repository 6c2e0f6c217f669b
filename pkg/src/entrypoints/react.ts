'use client'
/**
 * React components that follow a gate, on servers and in pages. No engine comes with them.
 *
 * @module rolegate/react
 */

export type { ControlAttributes, ControlOptions, Mode, Reason } from '../bindings/appearance.ts'
export { DENIED, type Denied } from '../bindings/denied-event.ts'
export { Can, type CanProps, type ControlProps } from '../react/can.ts'
export { useCan, useDecision, useGate, useGateState } from '../react/hooks.ts'
export { GateProvider, type GateProviderProps } from '../react/provider.ts'
