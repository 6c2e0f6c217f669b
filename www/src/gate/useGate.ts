import type { Decision, Gate } from 'rolegate'
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

/** The gate in force; the component is drawn again whenever its answers change. */
export function useGate(): Gate | null {
  return useView().gate
}

/** What the gate says about a permission, for the screen. */
export function useDecision(permission: string, record?: object): Decision {
  const decide = useDecide()
  return decide(permission, record)
}

/** Asks for several permissions; the component is drawn again whenever the answers change. */
export function useDecide(): (permission: string, record?: object) => Decision {
  const { gate, seen } = useView()
  return (permission, record) => {
    if (!gate) return PENDING
    const decision = gate.decide(permission, record)
    // Once time is out the gate no longer says what a person held. What they never saw stays away.
    const late = decision.code === 'expired' || decision.code === 'not-yet-valid'
    return late && !seen.has(permission) ? { ...decision, outcome: 'hide' } : decision
  }
}
