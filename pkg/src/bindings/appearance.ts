import type { Decision } from '../types.ts'

/**
 * How a control shows that it is denied: `auto` follows the decision's outcome, `hide` hides it, and
 * `disable` shows it disabled, whatever the outcome.
 */
export type Mode = 'auto' | 'hide' | 'disable'

/** What is seen of a control. */
export type Appearance = 'show' | 'disable' | 'hide'

/** Says in the person's language why something is not allowed, as `reasonText` of `rolegate/reasons` does. */
export type Reason = (decision: Decision) => string

/** What every binding can be told about the controls that it draws. */
export interface ControlOptions {
  /**
   * The description of a disabled control, which assistive technology reads. By default the reason code
   * with blanks, `not entitled`.
   */
  readonly reason?: Reason | undefined
}

/** What is seen of a control with this decision. */
export function appearanceOf({ allowed, outcome }: Decision, mode: Mode = 'auto'): Appearance {
  if (allowed) return 'show'
  if (mode === 'auto') return outcome === 'hide' ? 'hide' : 'disable'
  return mode
}

/** The attributes of a control that is shown or disabled, as server and page write them. */
export function attributesOf(decision: Decision): Readonly<Record<string, string>> {
  const outcome = { 'data-gate-outcome': decision.outcome }
  if (decision.allowed) return outcome
  const busy = decision.outcome === 'loading' ? { 'aria-busy': 'true' } : {}
  return { ...outcome, ...busy, 'aria-disabled': 'true' }
}

/** The reason as a text, in the app's words where it gives some. */
export function reasonOf(decision: Decision, reason: Reason | undefined): string {
  return reason ? reason(decision) : decision.code.replaceAll('-', ' ')
}
