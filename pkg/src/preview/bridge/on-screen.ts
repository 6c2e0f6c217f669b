import type { Gate, Question } from '../../index.ts'
import type { GateOnScreen, Rectangle } from './messages.ts'

/** Elements that ask: those of `rolegate/dom`, and those that an application marks for previews. */
const SELECTOR = '[data-gate], [data-permission]'

/** Reads the record that an element is about. */
export type RecordOf = (name: string, element: Element) => unknown

/** The document and all open shadow roots in it; nobody sees into closed ones. */
export function rootsIn(root: Document | ShadowRoot): readonly (Document | ShadowRoot)[] {
  const inner = Array.from(root.querySelectorAll('*')).flatMap(({ shadowRoot }) => shadowRoot ?? [])
  return [root, ...inner.flatMap(rootsIn)]
}

/** What the elements of these roots ask and are answered, in the order of each root. */
export function gatesOnScreen(
  gate: Gate,
  roots: readonly (Document | ShadowRoot)[],
  recordOf: RecordOf,
): GateOnScreen[] {
  const asking = roots.flatMap(root => Array.from(root.querySelectorAll(SELECTOR)))
  return asking.flatMap(element => {
    const question = element.getAttribute('data-gate') ?? element.getAttribute('data-permission')
    if (!question?.trim()) return []
    const workspace = around(element, '[data-gate-in]')?.getAttribute('data-gate-in')
    const view = workspace ? gate.in(workspace) : gate
    const decision = view.decide(question.trim() as Question, recordIn(element, recordOf))
    return [{ question: question.trim(), decision, rectangle: rectangleOf(element) }]
  })
}

/** The nearest element that fits, also around the shadow root that the element is in. */
function around(element: Element, selector: string): Element | null {
  const found = element.closest(selector)
  const root = element.getRootNode()
  return found ?? (root instanceof ShadowRoot ? around(root.host, selector) : null)
}

function recordIn(element: Element, recordOf: RecordOf): unknown {
  const name = element.getAttribute('data-gate-record')
  if (name === null) return undefined
  try {
    return recordOf(name, element)
  } catch {
    // The question is answered as one without a record.
    return undefined
  }
}

function rectangleOf(element: Element): Rectangle | undefined {
  const { x, y, width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}
