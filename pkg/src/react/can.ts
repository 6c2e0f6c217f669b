import type { ReactNode, SyntheticEvent } from 'react'
import { attributesOf, type ControlAttributes, type Mode } from '../bindings/appearance.ts'
import { checkEvent, holdPassing, isUse } from '../bindings/denied-event.ts'
import type { Decision, Question } from '../index.ts'
import { useDecision } from './hooks.ts'
import { useProvided } from './provider.ts'

holdPassing('submit')
// React makes an event of that name out of others, and none of a deletion.
holdPassing('beforeinput')

/**
 * What makes an element a control of the gate, spread on it: `<button {...control} onClick={act}>`. A denied
 * one is `aria-disabled`, described by the reason, and does nothing.
 */
export type ControlProps = Omit<ControlAttributes, 'hidden'> &
  Readonly<Record<Handler, (event: SyntheticEvent) => void>>

const HANDLERS = [
  'onClickCapture',
  'onAuxClickCapture',
  'onSubmitCapture',
  'onDropCapture',
  'onMouseDownCapture',
  'onKeyDownCapture',
  'onKeyUpCapture',
] as const
/**
 * @inline
 * @useDeclaredType
 */
type Handler = (typeof HANDLERS)[number]

/** What {@link Can} takes. */
export interface CanProps {
  /** What is asked. */
  readonly question: Question
  /** The record that it is asked about. */
  readonly record?: unknown
  /** What stands in its place where it is denied. Default nothing. */
  readonly fallback?: ReactNode
  /** What stands in its place while nothing is decided. Default nothing. */
  readonly loading?: ReactNode
  /** How a function draws a denial, in place of what the decision's outcome says. */
  readonly mode?: Mode | undefined
  /**
   * What is shown where it is allowed. A function also draws what is disabled or offered, and, without
   * `loading`, what is not decided yet; only what is hidden is the `fallback`.
   */
  readonly children?: ReactNode | ((decision: Decision, control: ControlProps) => ReactNode)
}

/**
 * Shows its children where something is allowed.
 *
 * ```tsx
 * <Can question="reports.export" fallback={<Upgrade />}>
 *   <Reports />
 * </Can>
 * <Can question="conversations.delete" record={conversation}>
 *   {(_, control) => <button {...control} onClick={remove}>Delete</button>}
 * </Can>
 * ```
 *
 * The control asks the gate again at every click. What is denied by then reaches no handler; the element
 * sends the event `rolegate-denied` in its place, which bubbles through the page.
 */
export function Can(props: CanProps): ReactNode {
  const { question, record, fallback = null, loading, mode, children } = props
  const decision = useDecision(question, record)
  const { gate, reason } = useProvided()
  const draws = typeof children === 'function'
  if (decision.outcome === 'loading' && (loading !== undefined || !draws)) return loading ?? null
  if (!draws) return decision.allowed ? children : fallback
  const { hidden, ...attributes } = attributesOf(decision, mode, reason)
  if (hidden !== undefined) return fallback
  const check = (event: SyntheticEvent): void => {
    const { nativeEvent, currentTarget } = event
    if (!isUse(nativeEvent)) return
    const isAllowed = checkEvent(nativeEvent, currentTarget, { gate, question, record })
    if (!isAllowed) event.stopPropagation()
  }
  return children(decision, {
    ...attributes,
    ...(Object.fromEntries(HANDLERS.map(name => [name, check])) as Record<Handler, typeof check>),
  })
}
