import { type ReactNode, useCallback, useMemo } from 'react'
import { scenarioIn } from 'rolegate/preview'
import { type AddressChange, hrefOf, scenarioText, withParts } from './address.ts'
import type { Scenario, ScenarioProblem } from './scenario.ts'
import { type FollowingScene, useScene } from './useScene.ts'
import {
  ActionsContext,
  partOf,
  useWorkbench,
  type Workbench,
  WorkbenchContext,
} from './WorkbenchProvider.tsx'

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
  readonly scene: FollowingScene
  readonly asked: Partial<Scenario>
  readonly children: ReactNode
}

/** Below it, what is in force and what can be changed is the second scenario of the address. */
export function BesideProvider({ scene, asked, children }: Props) {
  const workbench = useWorkbench()
  const { go } = workbench
  const change = useCallback<Workbench['change']>(
    (part, options) =>
      go(({ beside = '' }) => {
        const { value: now } = scenarioIn(beside)
        return { beside: scenarioText({ ...now, ...partOf(part, now) }) }
      }, options),
    [go],
  )
  const actions = useMemo(() => ({ go, change }), [go, change])
  const value = useMemo<Workbench>(() => {
    const { address, view } = workbench
    const merged = (part: Partial<Scenario>): AddressChange => ({
      beside: scenarioText({ ...asked, ...part }),
    })
    return {
      ...workbench,
      scene,
      change,
      hrefWith: (part, other = view) => hrefOf(other, withParts(address, merged(part))),
    }
  }, [workbench, scene, asked, change])
  return (
    <ActionsContext value={actions}>
      <WorkbenchContext value={value}>{children}</WorkbenchContext>
    </ActionsContext>
  )
}

/** A scene for the second scenario of the address. */
export function useBesideScene({ asked }: Beside): FollowingScene {
  const { recordsOf, catalog } = useWorkbench()
  return useScene(recordsOf, catalog, asked)
}
