import type { Decision, GateView } from 'rolegate'
import { useScene } from '../selection/SelectionContext.ts'
import { useView } from '../session/SessionContext.ts'

/** The decision while there is no gate yet: the same a gate without a snapshot gives. */
const PENDING: Decision = {
  allowed: false,
  level: 'off',
  code: 'no-snapshot',
  outcome: 'loading',
  missing: [],
  stale: false,
}

/** Answers a question about a permission: its name, and the least level where that matters. */
export type Decide = (question: string, record?: object) => Decision

/** The gate as the workspace sees it; the component is drawn again whenever its answers change. */
export function useGate(): GateView | null {
  const { membership } = useScene()
  return useView().gate?.in(membership.workspace) ?? null
}

/** What the gate says about one permission, for the screen. */
export function useDecision(question: string, record?: object): Decision {
  return useDecide()(question, record)
}

/** Asks for several permissions; the component is drawn again whenever the answers change. */
export function useDecide(): Decide {
  const { seen } = useView()
  const { membership } = useScene()
  const gate = useGate()
  return (question, record) => {
    if (!gate) return PENDING
    const decision = gate.decide(question, record)
    // Once time is out the gate no longer says what a person held. What they never saw stays away.
    const wasSeen = seen.get(membership.workspace)?.has(question)
    return isLate(decision) && !wasSeen ? { ...decision, outcome: 'hide' } : decision
  }
}

/**
 * Asks whether there is anything at all behind a permission: for one about records, whether it can
 * hold for any of them, and if not, what stands in the way whichever the record is.
 */
export function useStanding(): Decide {
  const decide = useDecide()
  const gate = useGate()
  return question => {
    const decision = decide(question)
    if (decision.code !== 'record-required') return decision
    if (gate?.maybe(question)) return { ...decision, code: 'granted', outcome: 'show' }
    return decide(question, NO_FACTS)
  }
}

/** A record of which nothing is known. */
const NO_FACTS = {}

function isLate({ code }: Decision): boolean {
  return code === 'expired' || code === 'not-yet-valid'
}
