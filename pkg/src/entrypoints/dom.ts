/**
 * Pages that follow a gate by attributes, `data-gate="reports.export"`. No engine comes with it.
 *
 * @module rolegate/dom
 */

export type { ControlAttributes, ControlOptions, Mode, Reason } from '../bindings/appearance.ts'
export { DENIED, type Denied } from '../bindings/denied-event.ts'
export { type Binding, type BindOptions, bind, type Root } from '../dom/bind.ts'
