import { createContext, use } from 'react'
import type { Selection } from './selection.ts'

export const SelectionContext = createContext<Selection | null>(null)

/** The current selection; only inside a `SelectionContext`. */
export function useSelection(): Selection {
  const selection = use(SelectionContext)
  if (!selection) throw new Error('useSelection was called outside a SelectionContext')
  return selection
}
