import type { Decision, Question } from '../types.ts'

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

/** What stops an event. */
interface Stoppable {
  preventDefault(): void
  stopPropagation(): void
  stopImmediatePropagation?(): void
}

/**
 * Asks the gate again at the time of the event. Where it denies, the event neither reaches the control's
 * listeners nor has its effect, and the control sends {@link DENIED} in its place.
 *
 * @returns the decision
 */
export function checkEvent(
  event: Stoppable,
  control: EventTarget,
  asked: Omit<Denied, 'decision'>,
  ask: () => Decision,
): Decision {
  const decision = ask()
  if (decision.allowed) return decision
  event.preventDefault()
  event.stopPropagation()
  event.stopImmediatePropagation?.()
  const detail: Denied = { ...asked, decision }
  control.dispatchEvent(new CustomEvent(DENIED, { detail, bubbles: true, composed: true }))
  return decision
}

/** The events by which a control is used. */
export const USES: readonly string[] = [
  'click',
  'auxclick',
  'submit',
  'beforeinput',
  'mousedown',
  'keydown',
]

/** Fields that are used by pointing and by keys, without a click or an input that can be refused. */
const FIELDS = 'select, input[type="range"], input[type="color"], input[type^="date"]'

/**
 * Whether the event uses a control; going through a page by keys, and pointing at a button, does not.
 */
export function isUse(event: Event): boolean {
  const isKey = event.type === 'keydown'
  if (!isKey && event.type !== 'mousedown') return true
  if (!(event.target as Partial<Element>)?.matches?.(FIELDS)) return false
  return !isKey || !['Tab', 'Escape'].includes((event as KeyboardEvent).key)
}
