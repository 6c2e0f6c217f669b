/** What elements ask about. */
const records = new WeakMap<Element, object>()

/** The attributes that say what an element asks, and of which record. */
export function asks(permission: string, record: object | undefined) {
  if (!record) return { 'data-permission': permission }
  return {
    'data-permission': permission,
    'data-gate-record': '',
    ref: (element: HTMLElement | null) => {
      if (element) records.set(element, record)
    },
  }
}

/** The record that an element asks about. */
export function recordOf(element: Element): object | undefined {
  return records.get(element)
}
