/**
 * Signals and directives of Angular that follow a gate, with zone.js and without. No engine comes with
 * them.
 *
 * @module rolegate/angular
 */

export { type CanContext, RolegateCan, RolegateControl } from '../angular/directives.ts'
export {
  injectCan,
  injectDecision,
  injectGate,
  injectGateState,
  provideGate,
  type ValueOrGetter,
} from '../angular/provide.ts'
export type { ControlAttributes, ControlOptions, Mode, Reason } from '../bindings/appearance.ts'
export { DENIED, type Denied } from '../bindings/denied-event.ts'
