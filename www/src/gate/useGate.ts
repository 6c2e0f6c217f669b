import type { Decision, GateView } from 'rolegate'
import { useSelection } from '../selection/SelectionContext.ts'
import { useSessionState } from '../session/SessionContext.ts'

/** The decision before there is a gate: the one that a gate without a snapshot gives. */
const PENDING: Decision = {
  allowed: false,
  level: 'off',
  code: 'no-snapshot',
  outcome: 'loading',
  missing: [],
  stale: false,
}

/** Decides a question: the name of a permission, with the least level where that matters. */
export type Decide = (question: string, record?: object) => Decision

/** The gate for the selected workspace. The component renders again whenever its answers change. */
export function useGate(): GateView | null {
  const { membership } = useSelection()
  return useSessionState().gate?.in(membership.workspace) ?? null
}

/** The gate's decision on one question, for the screen. */
export function useDecision(question: string, record?: object): Decision {
  return useDecide()(question, record)
}

/** Decides several questions. The component renders again whenever the answers change. */
export function useDecide(): Decide {
  const { shown } = useSessionState()
  const { membership } = useSelection()
  const gate = useGate()
  return (question, record) => {
    if (!gate) return PENDING
    const decision = gate.decide(question, record)
    // An expired gate does not say what a person held, so what they never saw stays hidden.
    const wasShown = shown.get(membership.workspace)?.has(question)
    return isOutOfTime(decision) && !wasShown ? { ...decision, outcome: 'hide' } : decision
  }
}

/**
 * Decides whether a permission can hold at all. For a permission that depends on a record, this asks
 * whether it can hold for any record, and if not, what is missing for every record.
 */
export function useDecideForAnyRecord(): Decide {
  const decide = useDecide()
  const gate = useGate()
  return question => {
    const decision = decide(question)
    if (decision.code !== 'record-required') return decision
    if (gate?.maybe(question)) return { ...decision, code: 'granted', outcome: 'show' }
    return decide(question, RECORD_WITHOUT_FACTS)
  }
}

const RECORD_WITHOUT_FACTS = {}

function isOutOfTime({ code }: Decision): boolean {
  return code === 'expired' || code === 'not-yet-valid'
}
