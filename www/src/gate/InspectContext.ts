import { createContext, use } from 'react'

/** Whether the page explains itself: marks on what is shown, lists of what is hidden. */
export const InspectContext = createContext(false)

export function useInspect(): boolean {
  return use(InspectContext)
}
