import {
  type DirectiveBinding,
  nextTick,
  type ObjectDirective,
  shallowRef,
  triggerRef,
  type VNode,
  watchEffect,
} from 'vue'
import { attributesOf, type ControlAttributes, type Mode } from '../bindings/appearance.ts'
import { CheckedControl, type Shown } from '../bindings/checked-control.ts'
import type { Question } from '../index.ts'
import { GATE, type Provided, provided } from './provide.ts'

/** What `v-can` takes: a question, with the record that it is asked about. */
export type CanValue = Question | readonly [question: Question, record: unknown]

type Binding = DirectiveBinding<CanValue, Exclude<Mode, 'auto'>>

interface Bound {
  readonly update: (given: Binding) => void
  readonly end: () => void
}

const bound = new WeakMap<Element, Bound>()
/** What the server writes, and the page then takes over. */
const RENDERED = 'data-gate-outcome aria-disabled aria-busy aria-description hidden'.split(' ')

/**
 * Shows an element as it is, disabled or hidden, as the decision says:
 * `<button v-can="['conversations.delete', conversation]" @click="remove">`. A denied one is `aria-disabled`,
 * described by the reason, and does nothing. The modifiers `.hide` and `.disable` stand in place of the
 * outcome.
 *
 * It asks the gate again at every click. What is denied by then reaches no listener; the element sends the
 * event `rolegate-denied` in its place, which bubbles through the page.
 */
export const vCan: ObjectDirective<Element, CanValue, Exclude<Mode, 'auto'>> = {
  mounted(element, given, vnode) {
    if (element.hasAttribute('data-gate-outcome')) {
      for (const name of RENDERED) element.removeAttribute(name)
    }
    const binding = shallowRef<Binding>(given)
    const control = new CheckedControl(element, () => asked(binding.value, vnode))
    const stop = watchEffect(() => control.show(), { flush: 'sync' })
    const update = (next: Binding) => {
      binding.value = next
      // Once more after other directives, of which `v-show` sets the same style.
      nextTick(() => triggerRef(binding))
    }
    const end = () => {
      stop()
      control.release()
    }
    bound.set(element, { update, end })
  },
  updated(element, given) {
    bound.get(element)?.update(given)
  },
  unmounted(element) {
    bound.get(element)?.end()
  },
  getSSRProps(given, vnode) {
    const { gate, question, record, mode, reason } = asked(given, vnode)
    const attributes = attributesOf(gate.decide(question, record), mode, reason)
    return attributes as Partial<Record<keyof ControlAttributes, string>>
  },
}

function asked({ value, modifiers, instance }: Binding, vnode: VNode | null): Shown {
  const [question, record] = [value].flat() as [Question, unknown]
  const mode = (['hide', 'disable'] as const).find(name => modifiers[name])
  // What `inject` would find in the component; a directive cannot call it. A functional component is known
  // to the node only, and to a compiled server none.
  const owner = (vnode as Owned | null)?.ctx ?? (instance?.$ as Providing | undefined)
  const { gate, reason } = provided(owner?.provides?.[GATE as symbol])
  return { gate: gate.value, question, record, mode, reason }
}

/** Members that Vue's types do not show. */
interface Providing {
  readonly provides?: Readonly<Record<symbol, Provided>>
}
interface Owned {
  readonly ctx?: Providing | null
}
