import { useEffect } from 'react'

/**
 * Puts the focus on the content where the control that had it is gone after a choice, so that the keyboard
 * never begins at the top of the page again.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null
    }
    const keep = () => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      last = null
      document.getElementById('main')?.focus({ preventScroll: true })
    }
    // What closes gives the focus back itself, in the frame after it is gone.
    const afterwards = () => {
      if (document.querySelector('[data-exiting]')) requestAnimationFrame(afterwards)
      else requestAnimationFrame(() => requestAnimationFrame(keep))
    }
    const observer = new MutationObserver(() => {
      if (last && !last.isConnected) afterwards()
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [])
}
