import { createGate } from '../gate.ts'
import { reporter } from '../strict.ts'
import type { Gate, GateView } from '../types.ts'

/** What a component asks that no gate was given to: one that never loads, so it denies everything. */
export const closed: Gate = createGate({
  keys: '{}',
  issuer: '-',
  audience: '-',
  catalog: '{}',
  lazy: true,
})

const say = reporter()

/** Says once `how` a gate is provided, and returns {@link closed}. */
export function outside(how: string): GateView {
  say(`a component found no gate, so everything is denied: ${how}`)
  return closed
}

/** The view of a workspace; of a view, which is of one already, there is none. */
export function viewIn(gate: GateView, workspace: string | undefined): GateView {
  if (workspace === undefined) return gate
  if ('in' in gate) return (gate as Gate).in(workspace)
  say(`a workspace, \`${workspace}\`, is chosen on a gate; \`gate.in(…)\` is of one already`)
  return closed
}
