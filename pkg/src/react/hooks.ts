import { useId, useSyncExternalStore } from 'react'
import { current } from '../bindings/current.ts'
import type { Decision, GateState, GateView, Question } from '../index.ts'
import { useProvided } from './provider.ts'

/** Asks the gate, and lets the component render again when the answer is another one. */
function useAnswer<T>(ask: (gate: GateView) => T): T {
  const { gate, answers } = useProvided()
  const place = useId()
  const now = () => ask(gate)
  return useSyncExternalStore(gate.subscribe, now, () => answers?.recall(place, now) ?? now())
}

/**
 * The gate, for a component that asks for lists or explanations. The component renders again after every
 * change, and is then given another object, so that memos and effects that depend on it run again.
 *
 * A render that hydrates a page asks the page's gate, so give its token to the provider.
 */
export function useGate(): GateView {
  const { gate } = useProvided()
  const now = () => current(gate)
  return useSyncExternalStore(gate.subscribe, now, now)
}

/** Whether the permission holds, as `gate.can` says. The component renders again when that flips. */
export function useCan(question: Question, record?: unknown): boolean {
  return useAnswer(gate => gate.can(question, record))
}

/** The decision, as of `gate.decide`. The component renders again when its content changes. */
export function useDecision(question: Question, record?: unknown): Decision {
  return useAnswer(gate => gate.decide(question, record))
}

/** What the gate can do right now, as `gate.state` says. */
export function useGateState(): GateState {
  return useAnswer(gate => gate.state)
}
