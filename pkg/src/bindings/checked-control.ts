import type { Mode, Reason } from './appearance.ts'
import { Control } from './control.ts'
import { type Asked, checkEvent, holdPassing, isUse, USES } from './denied-event.ts'

holdPassing('submit')

/** The same, and how it shows the answer. */
export interface Shown extends Asked {
  readonly mode?: Mode | undefined
  readonly reason?: Reason | undefined
}

/** An element that shows what the gate says, and is checked whenever it is used. */
export class CheckedControl {
  readonly #control: Control
  readonly #element: Element
  readonly #ask: () => Shown

  /** @param ask - what is asked, called for every look and every check */
  constructor(element: Element, ask: () => Shown) {
    this.#control = new Control(element)
    this.#element = element
    this.#ask = ask
    for (const type of USES) element.addEventListener(type, this.#check, true)
  }

  show(): void {
    const { gate, question, record, mode, reason } = this.#ask()
    this.#control.show(gate.decide(question, record), mode, reason)
  }

  /** Gives the element back as it was. */
  release(): void {
    for (const type of USES) this.#element.removeEventListener(type, this.#check, true)
    this.#control.release()
  }

  readonly #check = (event: Event): void => {
    if (isUse(event) && !checkEvent(event, this.#element, this.#ask())) this.show()
  }
}
