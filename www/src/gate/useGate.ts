import type { Decision, GateView } from 'rolegate'
import { usePane } from './PaneContext.ts'

/** The gate of the frame, as the scenario's workspace sees it. */
export function useGate(): GateView {
  return usePane().inForce.gate
}

/** The gate's decision on one question, for the screen. */
export function useDecision(question: string, record?: object): Decision {
  return useGate().decide(question, record)
}

/**
 * Decides whether a permission can hold at all. For a permission that depends on a record, this asks
 * whether it can hold for any record, and if not, what is missing for every record.
 */
export function decideForAnyRecord(gate: GateView, question: string): Decision {
  const decision = gate.decide(question)
  if (decision.code !== 'record-required') return decision
  if (gate.maybe(question)) return { ...decision, code: 'granted', outcome: 'show' }
  return gate.decide(question, RECORD_WITHOUT_FACTS)
}

const RECORD_WITHOUT_FACTS = {}
