import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import {
  type Address,
  type AddressChange,
  hrefOf,
  OF_ONE_VIEW,
  parseAddress,
  withParts,
} from './address.ts'
import { CatalogProblem, isCatalogNamed, openCatalog } from './catalogs.ts'
import type { DisplayCatalog } from './DisplayCatalog.ts'
import { rememberOpened } from './opened.ts'
import type { RecordsOf } from './Scene.ts'
import type { Scenario } from './scenario.ts'
import { type FollowingScene, useScene } from './useScene.ts'

/** What the address asks for, what is in force, and how to ask for something else. */
export interface Workbench {
  readonly address: Address
  /** The view that is open: the first word of the path. */
  readonly view: string
  /** The catalog that the address names; `null` until it has been opened. */
  readonly catalog: DisplayCatalog | null
  /** Why it cannot be opened. */
  readonly problem: CatalogProblem | null
  /** How the facts of a product's records are read. */
  readonly recordsOf: RecordsOf
  /** What is in force. */
  readonly scene: FollowingScene
  /** Asks for the scenario again, after a failure. */
  readonly retry: () => void
  /**
   * Goes to the address with other parts: an `undefined` part goes. What belongs to one view stays behind
   * with it.
   */
  readonly go: (
    change: AddressChange | ((now: Address) => AddressChange),
    options?: GoOptions,
  ) => void
  /** The address with other parts, for a link. */
  readonly href: (change: AddressChange, view?: string) => string
  /** Goes to the address with other parts of the scenario. */
  readonly change: (scenario: ScenarioChange, options?: GoOptions) => void
  /** The address with other parts of the scenario, for a link. */
  readonly hrefWith: (scenario: Partial<Scenario>, view?: string) => string
}

/** Other parts of a scenario, or what they follow from: what was asked for until now. */
export type ScenarioChange = Partial<Scenario> | ((asked: Partial<Scenario>) => Partial<Scenario>)

export interface GoOptions {
  readonly view?: string
  /** Puts the address in the place of the present one in the history. */
  readonly replace?: boolean
}

export const WorkbenchContext = createContext<Workbench | null>(null)

/** What of the workbench never changes. */
export type Actions = Pick<Workbench, 'go' | 'change'>

export const ActionsContext = createContext<Actions | null>(null)

/** The workbench; only inside its provider. */
export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext)
  if (!workbench) throw new Error('useWorkbench was called outside the workbench')
  return workbench
}

/**
 * Asks for something else; only inside the workbench's provider. What needs nothing else of the workbench is not
 * drawn again with every address.
 */
export function useActions(): Actions {
  const actions = use(ActionsContext)
  if (!actions) throw new Error('useActions was called outside the workbench')
  return actions
}

interface Props {
  readonly recordsOf: RecordsOf
  readonly children: ReactNode
}

/** Follows the address: opens its catalog, and puts its scenario in force. */
export function WorkbenchProvider({ recordsOf, children }: Props) {
  // Of the newest address, not of the view that is still on the screen while the next one is fetched:
  // links lead on from what was asked for last.
  const address = useRouterState({ select: ({ location }) => location.search }) as Address
  const view = useRouterState({ select: ({ location }) => viewOf(location.pathname) })
  const { history } = useRouter()
  const navigate = useNavigate()
  const [turn, setTurn] = useState(0)
  const { catalog, problem } = useCatalog(address, turn)
  useEffect(() => {
    if (catalog) rememberOpened(catalog)
  }, [catalog])
  const isReadable = address.problems === undefined
  const scene = useScene(recordsOf, catalog, isReadable ? (address.scenario ?? {}) : null, turn)

  const go = useCallback(
    (
      change: AddressChange | ((now: Address) => AddressChange),
      { view: other, replace = false }: GoOptions = {},
    ) => {
      // The history has it at once, and the router only when it has rendered.
      const { pathname, search } = history.location
      const now = parseAddress(search)
      const from = viewOf(pathname)
      const to = other ?? from
      void navigate({
        to: `/${to}`,
        search: moved(from, to, now, typeof change === 'function' ? change(now) : change),
        replace,
      } as never)
    },
    [history, navigate],
  )
  const change = useCallback<Workbench['change']>(
    (part, options) =>
      go(now => {
        const { scenario = {} } = now
        const next = { ...scenario, ...partOf(part, scenario) }
        return { scenario: next, ...withoutGoneRoles(now, next) }
      }, options),
    [go],
  )
  const actions = useMemo(() => ({ go, change }), [go, change])
  const value = useMemo<Workbench>(() => {
    const merged = (part: Partial<Scenario>) => ({ scenario: { ...address.scenario, ...part } })
    const href = (change: AddressChange, other = view) =>
      hrefOf(other, moved(view, other, address, change))
    return {
      address,
      view,
      catalog,
      problem,
      recordsOf,
      scene,
      retry: () => setTurn(count => count + 1),
      go,
      href,
      change,
      hrefWith: (part, other) => href(merged(part), other),
    }
  }, [address, view, catalog, problem, recordsOf, scene, go, change])
  return (
    <ActionsContext value={actions}>
      <WorkbenchContext value={value}>{children}</WorkbenchContext>
    </ActionsContext>
  )
}

function viewOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** The address with other parts, in the same view or another. */
function moved(from: string, to: string, address: Address, change: AddressChange): Address {
  return withParts(address, to === from ? change : { ...OF_ONE_VIEW, ...change })
}

/** Takes away what names a role of the customer's own that the next scenario no longer has. */
function withoutGoneRoles({ item, as, scenario }: Address, next: Partial<Scenario>): AddressChange {
  const ids = ({ customRoles = [] }: Partial<Scenario>) => customRoles.map(({ id }) => id)
  const left = ids(next)
  const gone = ids(scenario ?? {}).filter(id => !left.includes(id))
  return {
    ...(item !== undefined && gone.includes(item) ? { item: undefined } : {}),
    ...(as?.some(id => gone.includes(id)) ? { as: undefined } : {}),
  }
}

/** The parts to change. */
export function partOf(change: ScenarioChange, asked: Partial<Scenario>): Partial<Scenario> {
  return typeof change === 'function' ? change(asked) : change
}

interface Opened {
  readonly catalog: DisplayCatalog | null
  readonly problem: CatalogProblem | null
}

/** The catalog that an address names. */
function useCatalog({ product, scenario, file }: Address, turn: number): Opened {
  const sha256 = scenario?.catalog
  const key = `${product} ${sha256} ${file} ${turn}`
  const isNamed = isCatalogNamed({ product, sha256, file })
  const [opened, setOpened] = useState<Opened & { readonly key: string }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the catalog, and the turn
  useEffect(() => {
    if (!isNamed) return
    let isLate = false
    const settle = (result: Opened) => {
      if (!isLate) setOpened({ key, ...result })
    }
    openCatalog({ product, sha256, file }).then(
      found => settle({ catalog: found, problem: null }),
      (error: unknown) => settle({ catalog: null, problem: problemOf(error) }),
    )
    return () => {
      isLate = true
    }
  }, [key])
  return opened?.key === key && isNamed ? opened : NOT_OPENED
}

const NOT_OPENED: Opened = { catalog: null, problem: null }

function problemOf(error: unknown): CatalogProblem {
  if (error instanceof CatalogProblem) return error
  return new CatalogProblem('unreachable', error instanceof Error ? error.message : String(error))
}
