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
