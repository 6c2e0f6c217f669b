import { useEffect, useMemo, useState } from 'react'
import { useLabels } from '../language/LanguageContext.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import type { TableRow } from './DecisionTable.tsx'

interface Narrowing {
  readonly find: string
  readonly setFind: (text: string) => void
  readonly only: readonly string[]
  readonly setOnly: (ids: readonly string[]) => void
  /** Whether a row has the text that is looked for. */
  readonly isFound: (row: TableRow) => boolean
}

/** What the table is narrowed to: part of the address, which follows once the typing rests. */
export function useNarrowing(): Narrowing {
  const { address, go } = useWorkbench()
  const label = useLabels()
  const there = address.find ?? ''
  const [find, setFind] = useState(there)
  useEffect(() => setFind(there), [there])
  useEffect(() => {
    if (find === there) return
    const timer = setTimeout(() => go({ find: find || undefined }, { replace: true }), 400)
    return () => clearTimeout(timer)
  }, [find, there, go])
  const isFound = useMemo(() => {
    const words = find.toLowerCase().split(/\s+/).filter(Boolean)
    return ({ area, permission }: TableRow) => {
      if (words.length === 0) return true
      const text = `${label(permission.label)} ${permission.id} ${label(area.label)}`.toLowerCase()
      return words.every(word => text.includes(word))
    }
  }, [find, label])
  return {
    find,
    setFind,
    only: address.only ?? [],
    setOnly: ids => go({ only: ids.length > 0 ? ids : undefined }, { replace: true }),
    isFound,
  }
}
