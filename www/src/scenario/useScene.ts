import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { DisplayCatalog } from './DisplayCatalog.ts'
import { type RecordsOf, Scene, type SceneState } from './Scene.ts'
import type { Scenario } from './scenario.ts'

/** What a scene shows, and whether what is asked for now is still on its way. */
export interface FollowingScene extends Omit<SceneState, 'settled'> {
  readonly isPending: boolean
}

/**
 * A scene of its own for a scenario, such as the second of two that are compared. It follows the
 * scenario; without one it keeps what it shows.
 */
export function useScene(
  recordsOf: RecordsOf,
  catalog: DisplayCatalog | null,
  scenario: Partial<Scenario> | null,
  turn = 0,
): FollowingScene {
  const [scene] = useState(() => new Scene(recordsOf))
  const state = useSyncExternalStore(scene.subscribe, scene.state)
  const isAsked = catalog !== null && scenario !== null
  const key = `${turn} ${catalog?.sha256} ${JSON.stringify(scenario)}`
  const latest = useRef(scenario)
  latest.current = scenario
  useEffect(() => {
    if (catalog && latest.current) void scene.show({ catalog, scenario: latest.current, key })
  }, [scene, catalog, key])
  const isPending = isAsked && state.settled !== key
  return useMemo(
    () => ({ ...state, isPending, failure: isPending ? null : state.failure }),
    [state, isPending],
  )
}
