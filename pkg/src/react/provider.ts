import {
  type Context,
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ControlOptions, Reason } from '../bindings/appearance.ts'
import { outside, viewIn } from '../bindings/closed.ts'
import type { Gate, GateView } from '../index.ts'
import { report } from '../report.ts'
import { Answers } from './answers.ts'

/** What {@link GateProvider} takes. */
export interface GateProviderProps extends ControlOptions {
  /**
   * The gate, or a view of it. A function makes one for this provider: on a server one for each request,
   * as a gate holds one person's snapshot. Default: that of the provider around it.
   */
  readonly gate?: GateView | (() => Gate) | undefined
  /** A token to load. A server waits for it, and so does a page that hydrates what a server rendered. */
  readonly token?: string | undefined
  /** The workspace in which everything below asks. */
  readonly in?: string | undefined
  /** What asks. */
  readonly children?: ReactNode
}

/** What components find. */
export interface Provided {
  readonly gate: GateView
  readonly reason: Reason | undefined
  /** Those of the server, except where nothing was provided. */
  readonly answers: Answers | undefined
}

const GateContext: Context<Provided | undefined> = createContext<Provided | undefined>(undefined)

const HOW = 'put the app into `<GateProvider gate={gate}>`'

/** What was provided; without a provider it denies everything, and says so once. */
export function useProvided(): Provided {
  return useContext(GateContext) ?? { gate: outside(HOW), reason: undefined, answers: undefined }
}

/**
 * Provides a gate to the components below it.
 *
 * ```tsx
 * <GateProvider gate={gate} reason={decision => reasonText(decision, en)}>
 *   <App />
 * </GateProvider>
 * ```
 *
 * What a server answered while it rendered these components travels with the page, in a `<script>` of JSON
 * that no policy for scripts concerns, and serves the render that hydrates it.
 */
export function GateProvider(props: GateProviderProps): ReactNode {
  const { gate: given, token, in: workspace, reason, children } = props
  const outer = useContext(GateContext)
  const id = useId()
  const made = useMade(given, `${id} ${token}`)
  const gate = made ?? (given as GateView | undefined) ?? outer?.gate ?? outside(HOW)
  const [answers] = useState(() => new Answers(id))
  const view = viewIn(gate, workspace)
  const says = reason ?? outer?.reason
  const provided = useMemo(() => ({ gate: view, reason: says, answers }), [view, says, answers])
  const script = createElement(AnswersScript, { id, answers })
  return createElement(
    Loaded,
    { gate: gate as Gate, token },
    createElement(GateContext.Provider, { value: provided }, children, script),
  )
}

/** Gates that were made by a render, until it is committed: React may begin it anew. */
const beingMade = new Map<string, Gate>()

function useMade(given: GateProviderProps['gate'], key: string): Gate | undefined {
  const [made] = useState(() => {
    if (typeof given !== 'function') return undefined
    if (typeof document === 'undefined') return given()
    const gate = beingMade.get(key) ?? given()
    beingMade.set(key, gate)
    return gate
  })
  useEffect(() => {
    beingMade.delete(key)
  }, [key])
  return made
}

/** Whether this render is that of a server, or the one that hydrates what it rendered. */
function useHydrating(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  )
}

function Loaded(props: { gate: Gate; token: string | undefined; children?: ReactNode }): ReactNode {
  const { gate, token, children } = props
  const isHydrating = useHydrating()
  if (isHydrating && token !== undefined && gate.state === 'empty') {
    const loading = load(gate, token)
    // What React waits for: the server sends nothing before, and the page keeps what it sent.
    if (!loading.isDone) throw loading.done
  }
  useEffect(() => {
    if (token !== undefined) load(gate, token)
  }, [gate, token])
  return children
}

interface Loading {
  readonly token: string
  readonly done: Promise<void>
  isDone: boolean
}

/** The last load of each gate; one that is refused leaves the gate as it was. */
const loads = new WeakMap<Gate, Loading>()

function load(gate: Gate, token: string): Loading {
  const last = loads.get(gate)
  if (last?.token === token) return last
  const end = () => {
    loading.isDone = true
  }
  const done = gate.load(token).catch(complain).then(end)
  const loading: Loading = { token, done, isDone: false }
  loads.set(gate, loading)
  return loading
}

function complain(error: unknown): void {
  // The page has loaded a newer one by itself.
  if ((error as { code?: unknown })?.code !== 'ERR_SNAPSHOT_ROLLBACK') report(error)
}

/** Carries the answers, from the server to the render that hydrates the page, after which it goes. */
function AnswersScript({ id, answers }: { id: string; answers: Answers }): ReactNode {
  if (!useHydrating()) return null
  return createElement('script', {
    id,
    type: 'application/json',
    // The page has not asked yet.
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: `${answers}` },
  })
}
