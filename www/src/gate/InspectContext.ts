import { createContext, use } from 'react'

/** Whether the page explains what it shows and lists what it hides. */
export const InspectContext = createContext(false)

export function useInspect(): boolean {
  return use(InspectContext)
}
