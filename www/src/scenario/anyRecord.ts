import type { Decision, GateView } from 'rolegate'

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
