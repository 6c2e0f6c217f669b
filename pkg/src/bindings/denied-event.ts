import type { Decision, GateView, Question } from '../types.ts'

/** The name of the event that a control sends when it was used and the gate denies it. */
export const DENIED = 'rolegate-denied'

/** What {@link DENIED} carries in `detail`. */
export interface Denied {
  /** What was asked. */
  readonly question: Question
  /** The record that it was asked about, where there is one. */
  readonly record: unknown
  /** The answer, of the time of the click. */
  readonly decision: Decision
}

declare global {
  interface GlobalEventHandlersEventMap {
    'rolegate-denied': CustomEvent<Denied>
  }
}

/** What stops an event. */
interface Stoppable {
  preventDefault(): void
  stopPropagation(): void
  stopImmediatePropagation?(): void
}

/** What a control asks, as it is now. */
export interface Asked {
  readonly gate: GateView
  readonly question: Question
  readonly record?: unknown
}

/**
 * Asks the gate again at the time of the event. Where it denies, the event neither reaches the control's
 * listeners nor has its effect, and the control sends {@link DENIED} in its place.
 *
 * @returns whether it is allowed
 */
export function checkEvent(
  event: Stoppable,
  control: EventTarget,
  { gate, question, record }: Asked,
): boolean {
  const decision = gate.decide(question, record)
  if (decision.allowed) return true
  event.preventDefault()
  event.stopPropagation()
  event.stopImmediatePropagation?.()
  const detail: Denied = { question, record, decision }
  control.dispatchEvent(new CustomEvent(DENIED, { detail, bubbles: true, composed: true }))
  return false
}

/** The events by which a control is used. */
export const USES: readonly string[] =
  'click auxclick submit beforeinput drop mousedown keydown'.split(' ')

/** Fields that are used by pointing and by keys, without a click or an input that can be refused. */
const FIELDS = 'select,[type=range],[type=color],[type^=date]'

/**
 * Whether the event uses a control; going through a page by keys, and pointing at a button, does not.
 */
export function isUse(event: Event): boolean {
  const { type, target, key = '' } = event as Event & { readonly key?: string }
  if (type !== 'keydown' && type !== 'mousedown') return true
  // What is a button by its role only, the page's own listeners to keys press.
  const pressed = ['Enter', ' '].includes(key) ? `${FIELDS},[role]` : FIELDS
  return !['Tab', 'Escape'].includes(key) && !!(target as Partial<Element>)?.matches?.(pressed)
}
