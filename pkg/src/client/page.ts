const WAKING = ['focus', 'pageshow', 'online', 'visibilitychange']

type Listen = (type: string, listener: () => void) => void

/** The parts of a page that tell whether anybody looks at it. A server has none of them. */
interface Page {
  readonly addEventListener?: Listen
  readonly removeEventListener?: Listen
  readonly document?: { readonly visibilityState: string }
}

const page = globalThis as Page

/** Whether nobody can see the page. */
export function isHidden(): boolean {
  return page.document?.visibilityState === 'hidden'
}

/**
 * Calls `listener` when somebody looks at the page again or the network is back, and when the page is
 * hidden.
 *
 * @returns the remover
 */
export function watchPage(listener: () => void): () => void {
  // A change of visibility goes up from the document to the window.
  for (const type of WAKING) page.addEventListener?.(type, listener)
  return () => {
    for (const type of WAKING) page.removeEventListener?.(type, listener)
  }
}
