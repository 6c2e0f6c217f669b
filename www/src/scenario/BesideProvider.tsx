import { type ReactNode, useMemo } from 'react'
import { scenarioIn } from 'rolegate/preview'
import { type AddressChange, hrefOf, scenarioText, withParts } from './address.ts'
import type { SceneState } from './Scene.ts'
import type { Scenario, ScenarioProblem } from './scenario.ts'
import { useScene } from './useScene.ts'
import { partOf, useWorkbench, type Workbench, WorkbenchContext } from './WorkbenchProvider.tsx'

interface Beside {
  /** The second scenario, as the address has it; `null` without one. */
  readonly asked: Partial<Scenario> | null
  /** What cannot be read of it. */
  readonly problems: readonly ScenarioProblem[]
}

/** The second scenario of the address. */
export function useBeside(): Beside {
  const { address, catalog } = useWorkbench()
  const { beside } = address
  const fit = catalog?.sha256
  return useMemo(() => {
    if (beside === undefined) return { asked: null, problems: [] }
    const { value, problems } = scenarioIn(beside)
    const isOther = value.catalog !== undefined && fit !== undefined && value.catalog !== fit
    const all = isOther ? [...problems, otherCatalog(value.catalog, fit)] : problems
    return { asked: all.length > 0 ? null : value, problems: all.map(inBeside) }
  }, [beside, fit])
}

function otherCatalog(found: string | undefined, fit: string): ScenarioProblem {
  const message = 'must be that of the first person'
  return { part: 'catalog', found: JSON.stringify(found), message, fits: [fit], meant: fit }
}

/** Says that a problem is one of the second scenario. */
export function inBeside(problem: ScenarioProblem): ScenarioProblem {
  return { ...problem, part: `beside: ${problem.part}` }
}

interface Props {
  readonly scene: SceneState
  readonly asked: Partial<Scenario>
  readonly children: ReactNode
}

/** Below it, what is in force and what can be changed is the second scenario of the address. */
export function BesideProvider({ scene, asked, children }: Props) {
  const workbench = useWorkbench()
  const value = useMemo<Workbench>(() => {
    const { address, go, view } = workbench
    const merged = (part: Partial<Scenario>): AddressChange => ({
      beside: scenarioText({ ...asked, ...part }),
    })
    return {
      ...workbench,
      scene,
      change: (part, options) =>
        go(({ beside = '' }) => {
          const { value: now } = scenarioIn(beside)
          return { beside: scenarioText({ ...now, ...partOf(part, now) }) }
        }, options),
      hrefWith: (part, other = view) => hrefOf(other, withParts(address, merged(part))),
    }
  }, [workbench, scene, asked])
  return <WorkbenchContext value={value}>{children}</WorkbenchContext>
}

/** A scene for the second scenario of the address. */
export function useBesideScene({ asked }: Beside): SceneState {
  const { recordsOf, catalog } = useWorkbench()
  return useScene(recordsOf, catalog, asked)
}
