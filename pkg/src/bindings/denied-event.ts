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

/** What a control asks, as it is now. */
export interface Asked {
  readonly gate: GateView
  readonly question: Question
  readonly record?: unknown
}

/** How often something was refused. */
let refusals = 0

/**
 * Asks the gate again at the time of the event. Where it denies, the event neither reaches the control's
 * listeners nor has its effect, and the control sends {@link DENIED} in its place, except for a key that is
 * let go, as it has done so when the key was pressed.
 *
 * @returns whether it is allowed
 */
export function checkEvent(
  event: Event,
  control: EventTarget,
  { gate, question, record }: Asked,
): boolean {
  const decision = gate.decide(question, record)
  if (decision.allowed) return true
  refusals += 1
  stop(event)
  const detail: Denied = { question, record, decision }
  const denied = new CustomEvent(DENIED, { detail, bubbles: true, composed: true })
  if (event.type !== 'keyup') control.dispatchEvent(denied)
  return false
}

function stop(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** The events by which a control is used. */
export const USES: readonly string[] =
  'click auxclick submit beforeinput drop mousedown keydown keyup'.split(' ')

/** Fields that are used by pointing and by keys, without a click or an input that can be refused. */
const FIELDS = 'select,option,[type=range],[type^=date],[type=time],[type=month],[type=week]'

/**
 * Whether the event uses a control; going through a page by keys, and pointing at a button, does not.
 */
export function isUse(event: Event): boolean {
  const { type, target, key = '' } = event as Event & { readonly key?: string }
  if (!/^(key|mousedown)/.test(type)) return true
  // What is a button by its role only, the page's own listeners to keys press.
  const pressed = /^(Enter| )$/.test(key) ? `${FIELDS},[role]` : FIELDS
  const isOnTheWay = /^(Tab|Esc|Shift|Con|Alt|Meta)/.test(key)
  return !isOnTheWay && (target as Element).matches?.(pressed)
}

/**
 * Lets an event of this type, which passes by the listeners of a control that it uses, have its effect only
 * where the control allows it: `submit` by a button that a script names, `form.requestSubmit(button)`.
 */
export function holdPassing(type: string): void {
  // There is none on a server.
  globalThis.document?.addEventListener(type, hold, true)
}

function hold(event: Event): void {
  const before = refusals
  const used = ((event as SubmitEvent).submitter ?? event.target) as Partial<Element>
  // On its way down to the element, this passes every control around it; nothing else on a page expects it.
  if (used.closest?.('[data-gate-outcome]')) used.dispatchEvent?.(new Event('auxclick'))
  if (refusals !== before) stop(event)
}
