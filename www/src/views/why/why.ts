import { useCallback } from 'react'
import { createStore } from '../../scenario/store.ts'
import { useActions } from '../../scenario/WorkbenchProvider.tsx'

/** The record of a product that the drawer's question is about, where it was opened from the product. */
export const askedRecord = createStore<object | undefined>(undefined)

/** Opens the drawer that explains a decision. The question is in the address, so that it can be shared. */
export function useWhy(): (
  question: string,
  options?: { readonly record?: object; readonly relations?: readonly string[] },
) => void {
  const { go } = useActions()
  return useCallback(
    (question, { record, relations } = {}) => {
      askedRecord.update(() => record)
      go({ why: question, relations, as: undefined })
    },
    [go],
  )
}
