import {
  computed,
  DestroyRef,
  InjectionToken,
  inject,
  type Provider,
  type Signal,
  signal,
} from '@angular/core'
import type { ControlOptions, Reason } from '../bindings/appearance.ts'
import { outside } from '../bindings/closed.ts'
import { current } from '../bindings/current.ts'
import type { Decision, GateState, GateView, Question } from '../index.ts'

/** What components find. */
export interface Provided {
  readonly gate: Signal<GateView>
  readonly reason: Reason | undefined
}

const GATE: InjectionToken<Provided> = new InjectionToken<Provided>('rolegate')

/**
 * Provides a gate to an application, or, among the providers of a component, to what is in it.
 *
 * ```ts
 * bootstrapApplication(App, { providers: [provideGate(gate)] })
 * ```
 *
 * @param gate - the gate or a view of it; a function is called where it is needed and may inject
 */
export function provideGate(
  gate: GateView | (() => GateView),
  options: ControlOptions = {},
): Provider {
  const useFactory = (): Provided => {
    const view = typeof gate === 'function' ? gate() : gate
    const now = signal(current(view))
    inject(DestroyRef).onDestroy(view.subscribe(() => now.set(current(view))))
    return { gate: now.asReadonly(), reason: options.reason }
  }
  return { provide: GATE, useFactory }
}

/** What was provided; without it everything is denied, and this is said once. */
export function injectProvided(): Provided {
  const found = inject(GATE, { optional: true })
  return (
    found ?? {
      gate: signal(outside('add `provideGate(gate)` to the providers')),
      reason: undefined,
    }
  )
}

/** A value, or a signal or another function that gives it. */
export type ValueOrGetter<T> = T | (() => T)

/**
 * The gate as a signal, for what asks for lists or explanations. It is another object after every change,
 * so a template or a `computed` that asks it is evaluated again.
 */
export function injectGate(): Signal<GateView> {
  return injectProvided().gate
}

/** Whether the permission holds, as `gate.can` says. */
export function injectCan(
  question: ValueOrGetter<Question>,
  record?: ValueOrGetter<unknown>,
): Signal<boolean> {
  return injectAnswer(gate => gate.can(read(question), read(record)))
}

/** The decision, as of `gate.decide`: the same object until its content changes. */
export function injectDecision(
  question: ValueOrGetter<Question>,
  record?: ValueOrGetter<unknown>,
): Signal<Decision> {
  return injectAnswer(gate => gate.decide(read(question), read(record)))
}

/** What the gate can do right now, as `gate.state` says. */
export function injectGateState(): Signal<GateState> {
  return injectAnswer(gate => gate.state)
}

function injectAnswer<T>(ask: (gate: GateView) => T): Signal<T> {
  const gate = injectGate()
  return computed(() => ask(gate()))
}

function read<T>(given: ValueOrGetter<T>): T {
  return typeof given === 'function' ? (given as () => T)() : given
}
