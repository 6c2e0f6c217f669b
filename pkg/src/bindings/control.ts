import type { Decision } from '../types.ts'
import { attributesOf, type Mode, type Reason } from './appearance.ts'
import { OwnedAttributes } from './owned-attributes.ts'

let descriptions = 0

/** An element of the page that shows a decision: as it is, disabled with the reason, or hidden. */
export class Control {
  readonly #element: Element
  readonly #attributes: OwnedAttributes
  /** What the attribute `aria-describedby` names while the element is disabled. */
  #description: HTMLElement | undefined

  constructor(element: Element) {
    this.#element = element
    this.#attributes = new OwnedAttributes(element)
  }

  /** Shows the decision. A disabled element keeps its place in the order of focus. */
  show(decision: Decision, mode: Mode | undefined, reason: Reason | undefined): void {
    const { 'aria-description': text, ...attributes } = attributesOf(decision, mode, reason)
    const described = this.#describe(text)
    this.#attributes.set({ ...attributes, ...(described && { 'aria-describedby': described }) })
  }

  /** Gives the element back as it was. */
  release(): void {
    this.#describe()
    this.#attributes.set({})
  }

  /**
   * Puts the text beside the page's content, and returns the ids that describe the element: an attribute
   * with the text itself would not count beside a description of the page's own.
   */
  #describe(text?: string): string | undefined {
    if (text === undefined) {
      this.#description?.remove()
      return
    }
    this.#description ??= newDescription(this.#element.ownerDocument)
    this.#description.textContent = text
    // Into the tree of the element, in which an id is looked for, also where the page has removed it.
    const tree = this.#element.getRootNode() as ParentNode & Partial<Document>
    if (!this.#description.isConnected) (tree.body ?? tree).append(this.#description)
    const { id } = this.#description
    const others = this.#element.getAttribute('aria-describedby')?.split(/\s+/) ?? []
    return [...others.filter(other => other && other !== id), id].join(' ')
  }
}

function newDescription(page: Document): HTMLElement {
  const description = page.createElement('span')
  description.hidden = true
  descriptions += 1
  description.id = `rolegate-reason-${descriptions}`
  return description
}
