import { useEffect, useState } from 'react'
import type { GateView } from 'rolegate'
import { decideForAnyRecord } from '../scenario/anyRecord.ts'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'

/** What a person could do before and cannot now, and the reverse: ids of permissions. */
export interface RightsChange {
  readonly lost: readonly string[]
  readonly gained: readonly string[]
}

/**
 * What has changed of the rights of whoever is signed in, while the page was open; `null` once it was
 * dismissed. Who signs in has had no rights before that could change.
 */
export function useRightsChange(
  catalog: DisplayCatalog,
  gate: GateView,
): readonly [RightsChange | null, () => void] {
  const [change, setChange] = useState<RightsChange | null>(null)
  useEffect(() => {
    setChange(null)
    const held = () => {
      const ids = catalog.permissions.map(({ id }) => id)
      return new Set(ids.filter(id => decideForAnyRecord(gate, id).outcome === 'show'))
    }
    const isDecided = () => gate.state === 'ready' || gate.state === 'stale'
    let before = isDecided() ? held() : null
    return gate.subscribe(() => {
      if (gate.state === 'empty') {
        before = null
        setChange(null)
      }
      if (!isDecided()) return
      const now = held()
      if (before) {
        const lost = [...before].filter(id => !now.has(id))
        const gained = [...now].filter(id => !before?.has(id))
        if (lost.length + gained.length > 0) setChange({ lost, gained })
      }
      before = now
    })
  }, [catalog, gate])
  return [change, () => setChange(null)]
}
