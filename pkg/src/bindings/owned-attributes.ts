/** The attributes of an element that a binding has set, and what the page had there. */
export class OwnedAttributes {
  readonly element: Element
  readonly #owned = new Map<string, { set: string | null; former: string | null }>()
  #style: { display: string; former: string | null; set: string | null } | undefined

  constructor(element: Element) {
    this.element = element
  }

  /**
   * Sets exactly these; `null` takes an attribute away. What the page had returns where none is named, except
   * where the page has changed it since.
   */
  set(attributes: Readonly<Record<string, string | null>>): void {
    // Whatever the page has put on `Object.prototype`.
    const given = new Map(Object.entries(attributes))
    for (const name of new Set([...this.#owned.keys(), ...given.keys()])) {
      this.#put(name, given.get(name))
    }
    this.#setDisplay(given.get('hidden') === '')
  }

  #put(name: string, value: string | null | undefined): void {
    const there = this.element.getAttribute(name)
    const owned = this.#owned.get(name)
    // What is neither ours nor what was there before, the page has set meanwhile.
    const former = owned?.set === there ? owned.former : there
    const wanted = value === undefined ? former : value
    if (value === undefined) this.#owned.delete(name)
    else this.#owned.set(name, { set: value, former })
    if (there !== wanted) write(this.element, name, wanted)
  }

  // A style of the page, such as `display: flex`, is stronger than the attribute `hidden`.
  #setDisplay(none: boolean): void {
    const { style } = this.element as Partial<HTMLElement>
    if (!style) return
    const { display } = style
    const isOurs = display === 'none' && style.getPropertyPriority('display')
    const text = this.element.getAttribute('style')
    if (none && !isOurs) {
      style.setProperty('display', 'none', 'important')
      this.#style = { display, former: text, set: this.element.getAttribute('style') }
    } else if (!none && this.#style) {
      // A policy for styles may allow this alone.
      if (isOurs) style.display = this.#style.display
      // Letter by letter, unless the page has changed something in it.
      if (text === this.#style.set) write(this.element, 'style', this.#style.former)
      this.#style = undefined
    }
  }
}

function write(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
