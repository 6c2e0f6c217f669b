import { getContext, setContext } from 'svelte'
import { type Attachment, createAttachmentKey } from 'svelte/attachments'
import { createSubscriber } from 'svelte/reactivity'
import {
  attributesOf,
  type ControlAttributes,
  type ControlOptions,
  type Mode,
} from '../bindings/appearance.ts'
import { outside, viewIn } from '../bindings/closed.ts'
import { checkEvent, holdPassing, isUse, USES } from '../bindings/denied-event.ts'
import { handle } from '../handle.ts'
import type { GateView, Question } from '../index.ts'

holdPassing('submit')

/**
 * What makes an element a control of the gate, spread on it: `<button {...gate.control('reports.export')}>`.
 */
export type ControlProps = Omit<ControlAttributes, 'hidden'> & {
  /** On what is not to be seen at all. */
  readonly hidden?: true
} & { readonly [Handler in `on${string}capture`]: (event: Event) => void } & {
  /** What hides it in a page whose style sheet, with `display: flex`, is stronger than `hidden`. */
  readonly [Key in symbol]: Attachment<HTMLElement>
}

/** A gate whose answers Svelte follows: a template or a `$derived` that asks it is evaluated again. */
export interface FollowedGate extends GateView {
  /** The same gate seen from the membership in `workspace`, where it is not such a view already. */
  in(workspace: string): FollowedGate
  /**
   * The attributes of a control. A denied one is `aria-disabled`, described by the reason, and does nothing;
   * what is not to be seen is `hidden`.
   *
   * The gate is asked again at every click. What is denied by then reaches no handler; the element sends the
   * event `rolegate-denied` in its place, which bubbles through the page.
   *
   * @param mode - how it shows a denial, in place of what the decision's outcome says
   */
  control(question: Question, record?: unknown, mode?: Mode): ControlProps
}

const KEY = Symbol('rolegate')

/**
 * Provides a gate to this component and those in it, and returns it as {@link getGate} does.
 *
 * ```svelte
 * <script>
 *   const gate = setGate(chat, { reason: decision => reasonText(decision, en) })
 *   const conversations = $derived(gate.filter('conversation.access', all))
 * </script>
 *
 * <button {...gate.control('reports.export')} onclick={download}>Export</button>
 * ```
 */
export function setGate(gate: GateView, options: ControlOptions = {}): FollowedGate {
  return setContext(KEY, followed(gate, options))
}

/** The gate that a component around this one has provided. Without one, everything is denied. */
export function getGate(): FollowedGate {
  return (
    getContext<FollowedGate | undefined>(KEY) ??
    followed(outside('call `setGate(gate)` in a component around it'), {})
  )
}

const QUESTIONS = ['can', 'level', 'decide', 'explain', 'maybe', 'filter', 'decideAll'] as const
const ROLES = ['assignable', 'canAssign', 'canEdit', 'allowedValues', 'checkEdit'] as const

function followed(gate: GateView, options: ControlOptions): FollowedGate {
  // One listener for all components, while any of them is there.
  const follow = createSubscriber(update => gate.subscribe(update))
  const following = <Asked extends object, Name extends keyof Asked>(
    asked: Asked,
    names: readonly Name[],
  ) => {
    const questions = names.map(name => {
      const ask = asked[name] as (...given: readonly unknown[]) => unknown
      const followedAsk = (...given: readonly unknown[]) => {
        follow()
        return ask(...given)
      }
      return [name, followedAsk]
    })
    return Object.fromEntries(questions) as Pick<Asked, Name>
  }
  const { subscribe } = gate
  return handle<FollowedGate>({
    get state() {
      follow()
      return gate.state
    },
    get seq() {
      follow()
      return gate.seq
    },
    get version() {
      follow()
      return gate.version
    },
    roles: following(gate.roles, ROLES),
    ...following(gate, QUESTIONS),
    subscribe,
    in: workspace => followed(viewIn(gate, workspace), options),
    control: (question, record, mode) => {
      follow()
      const check = (event: Event) => {
        const control = event.currentTarget as EventTarget
        if (isUse(event)) checkEvent(event, control, { gate, question, record })
      }
      const { hidden, ...attributes } = attributesOf(
        gate.decide(question, record),
        mode,
        options.reason,
      )
      return {
        ...attributes,
        // Svelte sets the property of the element, not the attribute.
        ...(hidden === '' && { hidden: true as const, [createAttachmentKey()]: undisplayed }),
        ...Object.fromEntries(USES.map(type => [`on${type}capture`, check])),
      }
    },
  })
}

/** Sets it by script, which a policy for styles allows, as it does not allow the attribute. */
const undisplayed: Attachment<HTMLElement> = ({ style }) => {
  const { display } = style
  style.setProperty('display', 'none', 'important')
  return () => {
    style.display = display
  }
}
