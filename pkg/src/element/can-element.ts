import type { ControlOptions, Mode } from '../bindings/appearance.ts'
import { CheckedControl, type Shown } from '../bindings/checked-control.ts'
import { closed, outside } from '../bindings/closed.ts'
import type { GateView, Question } from '../index.ts'
import { startTimer } from '../unzoned.ts'

let provided: GateView | undefined
let options: ControlOptions = {}
const connected = new Set<RolegateCan>()

/** Gives the gate to all elements that have none of their own, now and later. */
export function provideGate(gate: GateView, given: ControlOptions = {}): void {
  provided = gate
  options = given
  for (const element of connected) element.refresh()
}

// There is none on a server, where the module can be imported all the same.
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {}

/**
 * `<rolegate-can question="reports.export">` shows its content where something is allowed. The elements in it
 * are controls: where the outcome says so they are shown disabled, and what the gate denies at the time of
 * a click reaches no listener.
 *
 * ```html
 * <rolegate-can question="reports.export">
 *   <button>Export</button>
 *   <a slot="fallback" href="/plans">Upgrade</a>
 *   <span slot="loading">…</span>
 * </rolegate-can>
 * ```
 *
 * The attribute `mode` is `hide` or `disable`, in place of the outcome. The properties `record` and `gate` are
 * set by scripts.
 */
export class RolegateCan extends Base {
  /** The attributes that the platform tells of. */
  static readonly observedAttributes: readonly string[] = ['question', 'mode']

  #gate: GateView | undefined
  #record: unknown
  #followed: GateView | undefined
  #unfollow: (() => void) | undefined
  #slot: HTMLSlotElement | undefined
  readonly #controls = new Map<Element, CheckedControl>()

  /** A gate of its own, in place of the one provided. */
  get gate(): GateView | undefined {
    return this.#gate
  }
  /** Sets it; `undefined` for the one provided. */
  set gate(gate: GateView | undefined) {
    this.#gate = gate
    this.refresh()
  }

  /** The record that is asked about. */
  get record(): unknown {
    return this.#record
  }
  /** Sets it, and asks again. */
  set record(record: unknown) {
    this.#record = record
    this.refresh()
  }

  /** What is asked. */
  get question(): Question {
    return this.getAttribute('question') ?? ''
  }
  /** Sets the attribute. */
  set question(question: Question) {
    this.setAttribute('question', question)
  }

  /** How it shows a denial. */
  get mode(): Mode {
    return (this.getAttribute('mode') ?? 'auto') as Mode
  }
  /** Sets the attribute. */
  set mode(mode: Mode) {
    this.setAttribute('mode', mode)
  }

  /** @internal */
  connectedCallback(): void {
    for (const name of ['gate', 'record'] as const) this.#adopt(name)
    this.#slot ??= this.#render()
    this.#style()
    connected.add(this)
    this.refresh()
    // Elements of the page are defined by the import, before the script that imports can give a gate.
    startTimer(() => {
      if (this.#followed === closed) outside('call `provideGate(gate)`, or set the property `gate`')
    }, 0)
  }

  /** @internal */
  disconnectedCallback(): void {
    connected.delete(this)
    this.#unfollow?.()
    this.#followed = undefined
    for (const control of this.#controls.values()) control.release()
    this.#controls.clear()
  }

  /** @internal */
  attributeChangedCallback(): void {
    this.refresh()
  }

  /** Asks again, after the record has changed. Changes of the gate need no call. */
  refresh(): void {
    if (!connected.has(this)) return
    const { gate, question, record, mode } = this.#ask()
    if (gate !== this.#followed) {
      this.#unfollow?.()
      this.#unfollow = gate.subscribe(() => this.refresh())
      this.#followed = gate
    }
    const { allowed, outcome } = gate.decide(question, record)
    const place = outcome === 'loading' ? 'loading' : 'fallback'
    const isHidden = mode === 'hide' || (mode !== 'disable' && outcome === 'hide')
    const hasPlace = [...this.children].some(({ slot }) => slot === place)
    const slot = this.#slot as HTMLSlotElement
    // What is in no slot is not drawn.
    const name = !allowed && (isHidden || hasPlace) ? place : ''
    // WebKit tells of a change of the slot also where the name is the same, and would do so without end.
    if (slot.name !== name) slot.name = name
    this.#check()
  }

  #ask(): Shown {
    const gate = this.#gate ?? provided ?? closed
    const { reason } = options
    return { gate, question: this.question, record: this.#record, mode: this.mode, reason }
  }

  /** Makes controls of the elements that are its content. */
  #check(): void {
    const content = new Set([...this.children].filter(({ slot }) => slot === ''))
    for (const [element, control] of this.#controls) {
      if (content.has(element)) continue
      control.release()
      this.#controls.delete(element)
    }
    for (const element of content) {
      const control = this.#controls.get(element) ?? new CheckedControl(element, () => this.#ask())
      this.#controls.set(element, control)
      control.show()
    }
  }

  #render(): HTMLSlotElement {
    const slot = document.createElement('slot')
    slot.addEventListener('slotchange', () => this.refresh())
    this.attachShadow({ mode: 'open' }).append(slot)
    return slot
  }

  /** A style sheet is of one document, and does not come along to another one. */
  #style(): void {
    const root = this.shadowRoot as ShadowRoot
    const { defaultView } = this.ownerDocument
    if (!defaultView || root.adoptedStyleSheets.length > 0) return
    const style = new defaultView.CSSStyleSheet()
    style.replaceSync(':host { display: contents }')
    root.adoptedStyleSheets = [style]
  }

  /** Takes over what a script has set before the element was defined. */
  #adopt(name: 'gate' | 'record'): void {
    if (!Object.hasOwn(this, name)) return
    const value = this[name]
    delete this[name]
    this[name] = value as GateView
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rolegate-can': RolegateCan
  }
}

/** Makes the element known to the page, unless another copy of the package has done so. */
export function define(): void {
  const { customElements } = globalThis
  if (customElements && !customElements.get('rolegate-can')) {
    customElements.define('rolegate-can', RolegateCan)
  }
}
