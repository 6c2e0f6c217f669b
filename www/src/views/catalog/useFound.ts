import { useEffect, useState } from 'react'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'

/** What is found out about a catalog; `undefined` until then, `null` if that failed. */
export function useFound<T>(
  catalog: DisplayCatalog,
  find: (catalog: DisplayCatalog) => Promise<T>,
): T | null | undefined {
  const [found, setFound] = useState<{ readonly of: DisplayCatalog; readonly value: T | null }>()
  useEffect(() => {
    let isLate = false
    const settle = (value: T | null) => {
      if (!isLate) setFound({ of: catalog, value })
    }
    find(catalog).then(settle, () => settle(null))
    return () => {
      isLate = true
    }
  }, [catalog, find])
  return found?.of === catalog ? found.value : undefined
}
