type Child = Node | string

/** Properties, or attributes where the name has a `-` or the element no such property. */
type Settings = Readonly<Record<string, unknown>>

/** Makes an element. A setting whose name begins with `on` is a listener. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  settings: Settings = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(settings)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value as EventListener)
    else if (key in made && !key.includes('-')) Reflect.set(made, key, value)
    else made.setAttribute(key, `${value}`)
  }
  made.append(...children)
  return made
}

/** A button with a text; `icon` is shown in its place, and the text is its name. */
export function button(
  text: string,
  onclick: () => void,
  settings: Settings = {},
): HTMLButtonElement {
  return element('button', { type: 'button', onclick, ...settings }, text)
}

let controls = 0

/** A control below its label, which does not hold it: the texts of options are no part of a name. */
export function labelled(text: string, control: HTMLElement): HTMLElement {
  controls += 1
  control.id = `control-${controls}`
  const label = element('label', { htmlFor: control.id }, text)
  return element('div', { className: 'field' }, label, control)
}

/** A choice of one of several values. */
export interface Option {
  readonly value: string
  readonly text: string
}

/** Puts options into a selection, and keeps the present choice where it is still among them. */
export function fill(select: HTMLSelectElement, options: readonly Option[]): void {
  const { value } = select
  select.replaceChildren(...options.map(({ value, text }) => element('option', { value }, text)))
  if (options.some(option => option.value === value)) select.value = value
}
