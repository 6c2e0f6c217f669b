import { report } from '../report.ts'
import type { Decision, Outcome } from '../types.ts'

/**
 * How a control shows that it is denied: `auto` follows the decision's outcome, `hide` hides it, and
 * `disable` shows it disabled, whatever the outcome.
 */
export type Mode = 'auto' | 'hide' | 'disable'

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

/** What makes an element a control of the gate: attributes, as server and page write them. */
export interface ControlAttributes {
  /** What the screen does with the control. */
  readonly 'data-gate-outcome': Outcome
  /** On a denied control. It can still get the focus, as one with `disabled` could not. */
  readonly 'aria-disabled'?: 'true'
  /** Before anything is decided. */
  readonly 'aria-busy'?: 'true'
  /** Why it is disabled. */
  readonly 'aria-description'?: string
  /** On what is not to be seen at all. */
  readonly hidden?: ''
}

/** The attributes of a control with this decision. */
export function attributesOf(
  decision: Decision,
  mode: Mode | undefined,
  reason: Reason | undefined,
): ControlAttributes {
  const { allowed, outcome } = decision
  const shown = { 'data-gate-outcome': outcome }
  if (allowed) return shown
  const isHidden = mode === 'hide' || (mode !== 'disable' && outcome === 'hide')
  return {
    ...shown,
    'aria-disabled': 'true',
    ...(outcome === 'loading' && { 'aria-busy': 'true' }),
    ...(isHidden ? { hidden: '' } : { 'aria-description': textOf(decision, reason) }),
  }
}

function textOf(decision: Decision, reason: Reason | undefined): string {
  try {
    if (reason) return reason(decision)
  } catch (error) {
    // The controls that come after this one are shown all the same.
    report(error)
  }
  return decision.code.replaceAll('-', ' ')
}
