import type { Catalog } from '../catalog.ts'
import type { Scenario } from '../scenario.ts'
import { button, element } from './elements.ts'
import type { Names } from './names.ts'
import { said, type Texts } from './texts.ts'

/** What a part of the form is made with. */
export interface FormContext {
  readonly catalog: Catalog
  readonly names: Names
  readonly texts: Texts
  /** What the server says of the person. */
  readonly own: readonly Scenario[]
  /** The scenario as it is in the form. */
  readonly draft: () => Scenario
  /** Shows the scenario with these parts. */
  readonly change: (parts: Partial<Scenario>) => void
}

/** A part of the form. */
export interface Section {
  readonly node: HTMLElement
  /** Shows the draft as it is now. */
  readonly update: () => void
}

/** One line of a list, and what takes it out. */
interface Row {
  readonly text: string
  readonly remove: () => void
}

/** A list that is folded away, with the controls that add to it. */
export function listSection(
  title: string,
  { texts }: FormContext,
  rows: () => readonly Row[],
  adder: {
    readonly controls: readonly HTMLElement[]
    readonly add: () => void
    readonly update?: () => void
  },
): Section {
  const count = element('span', { className: 'count' })
  const list = element('ul')
  const add = button(texts.add, adder.add)
  const node = element(
    'details',
    {},
    element('summary', {}, title, ' ', count),
    list,
    element('div', { className: 'adder' }, ...adder.controls, add),
  )
  return {
    node,
    update: () => {
      const present = rows()
      count.textContent = present.length > 0 ? `${present.length}` : ''
      count.hidden = present.length === 0
      const hadFocus = list.contains((list.getRootNode() as ShadowRoot).activeElement)
      list.replaceChildren(
        ...present.map(({ text, remove }) => {
          const name = said(texts.remove, { what: text })
          return element('li', {}, text, button('×', remove, { 'aria-label': name, title: name }))
        }),
      )
      list.hidden = present.length === 0
      adder.update?.()
      // The button that had it is gone.
      if (hadFocus) add.focus()
    },
  }
}

/** A control that has the line to itself. */
export function wide(field: HTMLElement): HTMLElement {
  field.classList.add('wide')
  return field
}

/** Ids of which any number may be chosen. */
export function checks(
  ids: readonly string[],
  context: FormContext,
  part: 'roles' | 'entitlements',
): ReadonlyMap<string, HTMLInputElement> {
  const { draft, change } = context
  const toggle = (id: string, isOn: boolean) => {
    const others = draft()[part].filter(held => held !== id)
    const held = isOn ? [...others, id] : others
    // In the order in which they are listed, whatever was chosen first.
    change({ [part]: held.sort((left, right) => ids.indexOf(left) - ids.indexOf(right)) })
  }
  return new Map(
    ids.map(id => {
      const input: HTMLInputElement = element('input', {
        type: 'checkbox',
        onchange: () => toggle(id, input.checked),
      })
      return [id, input]
    }),
  )
}
