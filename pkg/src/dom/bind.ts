import type { ControlOptions, Mode } from '../bindings/appearance.ts'
import { Control } from '../bindings/control.ts'
import { type Asked, checkEvent, isUse, USES } from '../bindings/denied-event.ts'
import { OwnedAttributes } from '../bindings/owned-attributes.ts'
import type { Decision, Gate, GateView } from '../index.ts'
import { type Report, reporter } from '../strict.ts'

/** A part of a page: the whole, an element, or a shadow root. */
export type Root = Document | DocumentFragment | Element

/** What {@link bind} takes besides the gate and the root. */
export interface BindOptions extends ControlOptions {
  /**
   * Finds the record that `data-gate-record` names. Without it the attribute holds the record itself, as
   * JSON.
   */
  readonly record?: ((name: string, element: Element) => unknown) | undefined
}

/** A page that follows a gate. */
export interface Binding {
  /** Asks everything again, after records have changed. Changes of the gate and the page need no call. */
  refresh(): void
  /** Stops following, and gives every element back as it was. */
  unbind(): void
}

const QUESTION = 'data-gate'
const RECORD = 'data-gate-record'
const MODE = 'data-gate-mode'
const WORKSPACE = 'data-gate-in'
const FALLBACK = 'data-gate-fallback'
/** What is ours on an element: where somebody else takes it away, it is put back. */
const SHOWN = ['data-gate-outcome', 'aria-disabled', 'aria-describedby', 'hidden']

/**
 * Makes a page follow a gate. Every element with `data-gate` is shown as it is, disabled or hidden, as the
 * decision says, also those that come later.
 *
 * - `data-gate="reports.export"` is the question.
 * - `data-gate-record` is the record, as JSON or by a name that the option `record` understands.
 * - `data-gate-mode` is `hide` or `disable`, in place of what the decision's outcome says.
 * - `data-gate-in` is the workspace, of the element and of all in it.
 * - `data-gate-fallback` is the id of an element that is shown in its place where it is denied.
 *
 * A disabled element has `aria-disabled`, can still get the focus, and is described by the reason. It does
 * nothing: at every click the gate is asked again, and what it denies reaches no listener; the element
 * sends the event `rolegate-denied` in its place, which bubbles and has `question`, `record` and
 * `decision` in `detail`. While an element is shown or disabled, `data-gate-outcome` says why.
 *
 * ```ts
 * const { unbind } = bind(gate, document, { reason: decision => reasonText(decision, en, labels) })
 * ```
 *
 * @param root - what is followed; a shadow root in it is bound by itself. Of several bindings around an
 *   element, the last one counts until it is undone.
 */
export function bind(gate: GateView, root: Root = document, options: BindOptions = {}): Binding {
  return Object.freeze(new Binder(gate, root, options))
}

/** An element with `data-gate`, as it is shown. */
interface Bound {
  readonly control: Control
  /** What is shown in its place. */
  fallback?: OwnedAttributes | undefined
}

/** All that are bound, the last one last. */
let binders: readonly Binder[] = []

class Binder implements Binding {
  readonly #gate: GateView
  readonly #root: Root
  readonly #options: BindOptions
  readonly #report: Report = reporter()
  readonly #bound = new Map<Element, Bound>()
  /** How to stop following each view that is asked. */
  readonly #followed = new Map<GateView, () => void>()
  readonly #observer: MutationObserver

  constructor(gate: GateView, root: Root, options: BindOptions) {
    this.#gate = gate
    this.#root = root
    this.#options = options
    this.#observer = new MutationObserver(changes => this.#change(() => {}, changes))
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: [QUESTION, RECORD, MODE, WORKSPACE, FALLBACK, ...SHOWN],
    })
    for (const type of USES) root.addEventListener(type, this.#check, true)
    this.#ask(gate)
    binders = [...binders, this]
    this.#share()
  }

  readonly refresh = (): void => this.#change(() => this.#scan(this.#root))

  readonly unbind = (): void => {
    this.#observer.disconnect()
    for (const type of USES) this.#root.removeEventListener(type, this.#check, true)
    for (const stop of this.#followed.values()) stop()
    this.#followed.clear()
    for (const element of this.#bound.keys()) this.#release(element)
    binders = binders.filter(binder => binder !== this)
    this.#share()
  }

  /** Lets all that are bound here, this one and those around it and in it, take what is theirs, and no more. */
  #share(): void {
    const root = this.#root
    for (const binder of binders) {
      const other = binder.#root
      if (root.contains(other) || other.contains(root)) binder.refresh()
    }
  }

  /** Changes the page without taking notice of it. */
  #change(work: () => void, before = this.#observer.takeRecords()): void {
    this.#follow(before)
    work()
    this.#observer.takeRecords()
  }

  #follow(changes: readonly MutationRecord[]): void {
    for (const { target, addedNodes, attributeName } of changes) {
      // What is asked for one element may be asked for everything in it.
      const changed = attributeName || this.#bound.has(target as Element) ? [target] : []
      for (const node of [...addedNodes, ...changed]) if (isIn(this.#root, node)) this.#scan(node)
    }
    if (changes.some(({ removedNodes }) => removedNodes[0])) {
      for (const element of this.#bound.keys()) {
        if (!this.#root.contains(element)) this.#release(element)
      }
    }
  }

  #scan(root: Root): void {
    for (const element of [root, ...root.querySelectorAll(`[${QUESTION}]`)])
      this.#show(element as Element)
  }

  /** What an element asks; `undefined` where its attribute is missing or empty, and where another binding counts. */
  #asked(element: Element): Asked | undefined {
    // A document has no attributes.
    const question = element.getAttribute?.(QUESTION)?.trim()
    const counts = binders.filter(binder => binder.#root.contains(element)).at(-1)
    if (!question || counts !== this) return undefined
    const record = this.#record(element)
    const name = element.closest(`[${WORKSPACE}]`)?.getAttribute(WORKSPACE)
    const gate = this.#gate
    const asked = { gate, question, record }
    if (name == null) return asked
    if ('in' in gate) return { ...asked, gate: (gate as Gate).in(name) }
    this.#report(`\`${WORKSPACE}\` needs a gate, not a view`)
    // No catalog has this question, so it is denied.
    return { ...asked, question: '' }
  }

  #record(element: Element): unknown {
    const name = element.getAttribute(RECORD)
    if (name === null) return undefined
    const { record } = this.#options
    try {
      return record ? record(name, element) : JSON.parse(name)
    } catch (error) {
      this.#report(`\`${RECORD}="${name}"\` gives no record: ${error}`)
      return undefined
    }
  }

  /** Follows the view of a workspace from the first question on. */
  #ask(view: GateView): void {
    if (this.#followed.has(view)) return
    this.#followed.set(view, view.subscribe(this.refresh))
  }

  #show(element: Element): void {
    const asked = this.#asked(element)
    if (!asked) {
      this.#release(element)
      return
    }
    this.#ask(asked.gate)
    const decision = asked.gate.decide(asked.question, asked.record)
    const bound: Bound = this.#bound.get(element) ?? { control: new Control(element) }
    this.#bound.set(element, bound)
    const hasFallback = this.#showFallback(element, bound, decision)
    const mode = hasFallback ? 'hide' : this.#mode(element)
    bound.control.show(decision, mode, this.#options.reason)
  }

  /** Shows what stands in place of a denied element, and says whether there is such a thing. */
  #showFallback(element: Element, bound: Bound, { allowed, outcome }: Decision): boolean {
    const id = element.getAttribute(FALLBACK) ?? ''
    const found = (element.getRootNode() as Partial<Document>).getElementById?.(id) ?? undefined
    if (id && !found) this.#report(`\`${FALLBACK}="${id}"\` names no element`)
    if (bound.fallback?.element !== found) {
      bound.fallback?.set({})
      bound.fallback = found && new OwnedAttributes(found)
    }
    // What is not decided yet looks like no answer.
    const isShown = !allowed && outcome !== 'loading'
    bound.fallback?.set({ hidden: isShown ? null : '' })
    return isShown && !!bound.fallback
  }

  #mode(element: Element): Mode {
    const mode = (element.getAttribute(MODE) ?? 'auto') as Mode
    if (['auto', 'hide', 'disable'].includes(mode)) return mode
    this.#report(`\`${MODE}="${mode}"\` is neither \`hide\` nor \`disable\``)
    return 'auto'
  }

  #release(element: Element): void {
    const bound = this.#bound.get(element)
    this.#bound.delete(element)
    bound?.control.release()
    bound?.fallback?.set({})
  }

  // Before every listener of the page, from the outermost element to the innermost.
  readonly #check = (event: Event): void => {
    if (!isUse(event)) return
    // A script can send a form by a button of it, `requestSubmit(button)`, without a click.
    const { submitter } = event as SubmitEvent
    for (const element of [...event.composedPath().reverse(), submitter]) {
      const asked = isIn(this.#root, element) && this.#asked(element)
      if (asked && !checkEvent(event, element, asked)) {
        this.#change(() => this.#show(element))
        return
      }
    }
  }
}

/** Whether it is an element of the tree of `root`. */
function isIn(root: Root, target: EventTarget | null): target is Element {
  // A class would be that of one frame only.
  return !!(target as Partial<Element> | null)?.matches && root.contains(target as Node)
}
