import { type ComputedRef, computed, type MaybeRefOrGetter, type ShallowRef, toValue } from 'vue'
import type { Decision, GateState, GateView, Question } from '../index.ts'
import { injectProvided } from './provide.ts'

/**
 * The gate, for what asks for lists or explanations. It is another object after every change, so a template
 * or a `computed` that asks it is evaluated again.
 */
export function useGate(): Readonly<ShallowRef<GateView>> {
  return injectProvided().gate
}

/** Whether the permission holds, as `gate.can` says. */
export function useCan(
  question: MaybeRefOrGetter<Question>,
  record?: MaybeRefOrGetter<unknown>,
): ComputedRef<boolean> {
  return useAnswer(gate => gate.can(toValue(question), toValue(record)))
}

/** The decision, as of `gate.decide`: the same object until its content changes. */
export function useDecision(
  question: MaybeRefOrGetter<Question>,
  record?: MaybeRefOrGetter<unknown>,
): ComputedRef<Decision> {
  return useAnswer(gate => gate.decide(toValue(question), toValue(record)))
}

/** What the gate can do right now, as `gate.state` says. */
export function useGateState(): ComputedRef<GateState> {
  return useAnswer(gate => gate.state)
}

function useAnswer<T>(ask: (gate: GateView) => T): ComputedRef<T> {
  const gate = useGate()
  return computed(() => ask(gate.value))
}
