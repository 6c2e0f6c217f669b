import {
  type InjectionKey,
  inject,
  onScopeDispose,
  provide,
  type ShallowRef,
  shallowRef,
} from 'vue'
import type { ControlOptions, Reason } from '../bindings/appearance.ts'
import { outside } from '../bindings/closed.ts'
import { current } from '../bindings/current.ts'
import type { GateView } from '../index.ts'

/** What components find. */
export interface Provided {
  /** Another object after every change. */
  readonly gate: Readonly<ShallowRef<GateView>>
  readonly reason: Reason | undefined
}

export const GATE: InjectionKey<Provided> = Symbol('rolegate')

const HOW = 'call `app.use(gatePlugin, { gate })`'

/** Without a gate everything is denied, and this is said once. */
export function provided(found: Provided | undefined): Provided {
  return found ?? { gate: shallowRef(outside(HOW)), reason: undefined }
}

export const injectProvided = (): Provided => provided(inject(GATE, undefined))

/**
 * Provides another gate to the components below this one, such as the view of a workspace,
 * `provideGate(gate.in('w2'))`.
 */
export function provideGate(gate: GateView, options: ControlOptions = {}): void {
  const { follows, stop } = follow(gate)
  onScopeDispose(stop)
  const { reason } = injectProvided()
  provide(GATE, { gate: follows, reason, ...options })
}

/** The gate as what Vue tracks, until `stop` is called. */
export function follow(gate: GateView): { follows: ShallowRef<GateView>; stop: () => void } {
  const follows = shallowRef(current(gate))
  // Nothing on a server ends what would begin here.
  const isPage = typeof document !== 'undefined'
  const follow = () => {
    follows.value = current(gate)
  }
  return { follows, stop: isPage ? gate.subscribe(follow) : () => {} }
}
