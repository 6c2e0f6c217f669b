import { useEffect, useState } from 'react'
import { openCatalog } from '../../scenario/catalogs.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'

/** The versions of a catalog with these digests; `null` for one that is not in this browser. */
export function useVersions(
  catalog: DisplayCatalog,
  digests: readonly string[],
): ReadonlyMap<string, DisplayCatalog | null> {
  const [opened, setOpened] = useState<ReadonlyMap<string, DisplayCatalog | null>>(new Map())
  const key = digests.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of the list
  useEffect(() => {
    let isLate = false
    const open = async (sha256: string) => {
      if (sha256 === catalog.sha256) return [sha256, catalog] as const
      const version = await openCatalog({ product: catalog.id, sha256, file: undefined }).catch(
        () => null,
      )
      return [sha256, version] as const
    }
    void Promise.all(digests.map(open)).then(entries => {
      if (!isLate) setOpened(new Map(entries))
    })
    return () => {
      isLate = true
    }
  }, [catalog, key])
  return opened
}
