import { frozen } from '../freeze.ts'
import { reporter } from '../strict.ts'
import type { Decision, Gate, GateView, RoleAdministration } from '../types.ts'

const DECISION = frozen<Decision>({
  allowed: false,
  level: 'off',
  code: 'no-snapshot',
  outcome: 'loading',
  missing: [{ code: 'no-snapshot', changes: [] }],
  stale: false,
})
const no = () => false
const none = () => []

const roles: RoleAdministration = {
  assignable: none,
  canAssign: no,
  canEdit: no,
  allowedValues: none,
  checkEdit: () => [{ code: 'not-editable', message: 'there is no gate' }],
}

/** What a component asks that no gate was given to: it denies everything, as a gate does before a load. */
export const closed: GateView = {
  state: 'empty',
  seq: undefined,
  version: 0,
  roles,
  can: no,
  level: () => 'off',
  decide: () => DECISION,
  explain: () => ({ ...DECISION, trace: [] }),
  maybe: no,
  filter: none,
  decideAll: () => ({}),
  subscribe: () => () => {},
}

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
