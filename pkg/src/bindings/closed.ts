import { frozen } from '../freeze.ts'
import { handle } from '../handle.ts'
import { reporter } from '../strict.ts'
import type { Decision, Explanation, Gate, GateView, RoleAdministration } from '../types.ts'

const DECISION = frozen<Decision>({
  allowed: false,
  level: 'off',
  code: 'no-snapshot',
  outcome: 'loading',
  missing: [{ code: 'no-snapshot', changes: [] }],
  stale: false,
})
const EXPLANATION = frozen<Explanation>({ ...DECISION, trace: [] })

const roles = handle<RoleAdministration>({
  assignable: () => [],
  canAssign: () => false,
  canEdit: () => false,
  allowedValues: () => [],
  checkEdit: () => [{ code: 'not-editable', message: 'no gate was provided' }],
})

/** What a component asks that no gate was given to: it denies everything, as a gate does before a load. */
export const closed: GateView = handle<GateView>({
  state: 'empty',
  seq: undefined,
  version: 0,
  roles,
  can: () => false,
  level: () => 'off',
  decide: () => DECISION,
  explain: () => EXPLANATION,
  maybe: () => false,
  filter: () => [],
  decideAll: () => Object.freeze({}),
  subscribe: () => () => {},
})

const say = reporter()

/** Says once `how` a gate is provided, and returns {@link closed}. */
export function outside(how: string): GateView {
  say(`a component found no gate, so everything is denied: ${how}`)
  return closed
}

/** The view of a workspace; of a view, which is of one already, there is none. */
export function viewIn(gate: GateView, workspace: string | undefined): GateView {
  if (workspace === undefined || gate === closed) return gate
  if ('in' in gate) return (gate as Gate).in(workspace)
  say(`a workspace, \`${workspace}\`, is chosen on a gate; \`gate.in(…)\` is of one already`)
  return closed
}
