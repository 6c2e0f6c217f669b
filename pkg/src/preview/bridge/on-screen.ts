import type { Gate, Question } from '../../index.ts'
import type { GateOnScreen, Rectangle } from './messages.ts'

/** Elements that ask: those of `rolegate/dom`, and those that an application marks for previews. */
const SELECTOR = '[data-gate], [data-permission]'

/** Reads the record that an element is about. */
export type RecordOf = (name: string, element: Element) => unknown

/** What the elements of a page ask and are answered, in the order of the document. */
export function gatesOnScreen(gate: Gate, root: ParentNode, recordOf: RecordOf): GateOnScreen[] {
  return Array.from(root.querySelectorAll(SELECTOR)).flatMap(element => {
    const question = element.getAttribute('data-gate') ?? element.getAttribute('data-permission')
    if (!question?.trim()) return []
    const workspace = element.closest('[data-gate-in]')?.getAttribute('data-gate-in')
    const view = workspace ? gate.in(workspace) : gate
    const decision = view.decide(question.trim() as Question, recordIn(element, recordOf))
    return [{ question: question.trim(), decision, rectangle: rectangleOf(element) }]
  })
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
