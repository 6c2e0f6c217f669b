/**
 * The custom element `<rolegate-can>`, which importing this defines. No engine comes with it.
 *
 * @module rolegate/element
 */

import { define } from '../element/can-element.ts'

define()

export type { ControlAttributes, ControlOptions, Mode, Reason } from '../bindings/appearance.ts'
export { DENIED, type Denied } from '../bindings/denied-event.ts'
export { provideGate, RolegateCan } from '../element/can-element.ts'
