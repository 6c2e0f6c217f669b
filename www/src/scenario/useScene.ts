import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DisplayCatalog } from './DisplayCatalog.ts'
import { type RecordsOf, Scene, type SceneState } from './Scene.ts'
import type { Scenario } from './scenario.ts'

/**
 * A scene of its own for a scenario, such as the second of two that are compared. It follows the
 * scenario; without one it keeps what it shows.
 */
export function useScene(
  recordsOf: RecordsOf,
  catalog: DisplayCatalog | null,
  scenario: Partial<Scenario> | null,
  turn = 0,
): SceneState {
  const [scene] = useState(() => new Scene(recordsOf))
  const state = useSyncExternalStore(scene.subscribe, scene.state)
  const wanted = JSON.stringify(scenario)
  const latest = useRef(scenario)
  latest.current = scenario
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` is the scenario's content, and another turn asks again
  useEffect(() => {
    if (catalog && latest.current) void scene.show(catalog, latest.current)
  }, [scene, catalog, wanted, turn])
  return state
}
