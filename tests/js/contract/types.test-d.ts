// Compiled, never run: what the types must let through, and what they must not.

import {
  type Change,
  createGate,
  type Decision,
  type Gate,
  type GateErrorCode,
  type GateView,
  isGateError,
  type Level,
  type PermissionName,
  type Step,
} from 'rolegate'
import { provideEngine } from 'rolegate/slim'

interface Conversation {
  agentId: string
}

const required = { keys: '', issuer: 'i', audience: 'a', catalog: '' }

const gate: Gate = createGate({
  ...required,
  records: { conversation: { assignee: (conversation: Conversation) => conversation.agentId } },
})
createGate({ ...required, keys: { keys: [{ kty: 'OKP' }] }, catalog: new Uint8Array() })

// @ts-expect-error an audience is required
createGate({ keys: '', issuer: 'i', catalog: '' })
// @ts-expect-error there is no such option
createGate({ ...required, issuers: [] })
// @ts-expect-error there is no such fact
createGate({ ...required, records: { conversation: { assigned: () => 'u1' } } })
// @ts-expect-error a fact is a string
createGate({ ...required, records: { conversation: { assignee: () => 1 } } })
createGate({ ...required, catalog: ['', new Uint8Array()] })
createGate({ ...required, catalog: ({ id, sha256 }) => `${id}${sha256}` })
createGate({
  ...required,
  catalog: ['', async ({ sha256 }) => (sha256 ? new ArrayBuffer(1) : null)],
})
createGate({ ...required, catalog: ({ sha256 }) => fetch(`/catalogs/${sha256}`), lazy: true })
createGate({ ...required, keys: fetch('/jwks.json'), catalog: [fetch('/chat.json'), ''] })
createGate({ ...required, keys: Promise.resolve({ keys: [] }), catalog: new Response('') })
// @ts-expect-error a key set is no bytes
createGate({ ...required, keys: Promise.resolve(new Uint8Array()) })
// @ts-expect-error a promise for a parsed catalog has lost its bytes too
createGate({ ...required, catalog: Promise.resolve({ format: 1 }) })
// @ts-expect-error a parsed catalog has lost its bytes
createGate({ ...required, catalog: { format: 1 } })

const allowed: boolean = gate.can('a.name')
const level: Level = gate.level('a.name:write')
const decision: Decision = gate.decide('a.name')
const names: number[] = gate.filter('a.name', [1, 2])
const view: GateView = gate.in('w1')
const loading: Promise<void> = gate.load('token')
const name: PermissionName = 'any'

// @ts-expect-error a decision is read-only
decision.allowed = true
// @ts-expect-error a view does not load
view.load('token')
// @ts-expect-error a token is text
gate.load(1)
// @ts-expect-error `write` is a level, `high` is none
const high: Level = 'high'
// @ts-expect-error the list of codes is closed
const code: GateErrorCode = 'ERR_OTHER'

loading.catch((error: unknown) => {
  if (isGateError(error)) error.code satisfies GateErrorCode
})
gate.roles.checkEdit({ basedOn: 'agent' }, { a: 'on', b: { value: 'on', if: ['own'] } })

provideEngine(() => fetch('/rolegate.wasm'))
provideEngine(new URL('https://app.example/rolegate.wasm'))
provideEngine(() => WebAssembly.compile(new Uint8Array()))
// @ts-expect-error an address is a `URL` object
provideEngine('/rolegate.wasm')
// @ts-expect-error a promise stands in a function
provideEngine(fetch('/rolegate.wasm'))

export { allowed, code, high, level, name, names }

// What a change or a step holds follows from what it is.
function changed(change: Change): readonly string[] {
  if ('role' in change) return [change.role]
  if ('values' in change) return [...Object.keys(change.values), ...(change.relations ?? [])]
  if ('relations' in change) return change.relations
  if ('entitlements' in change) return change.entitlements
  if ('record' in change) return [change.record]
  return change.together.flatMap(changed)
}
function told(step: Step): string | boolean | readonly string[] | undefined {
  switch (step.step) {
    case 'role':
      return [step.role, step.value, ...(step.if ?? [])]
    case 'layer':
      return step.wins && [step.from, step.id ?? '', step.value]
    case 'part':
      return [step.permission, step.value]
    case 'relation':
      return step.holds && step.relation
    case 'value':
      return step.value
    case 'prerequisite':
      return step.holds && [step.permission, step.atLeast]
    case 'filter':
      return step.passes
    case 'entitlement':
      return step.holds && step.anyOf
  }
}
// @ts-expect-error there is no such step
told({ step: 'rule' })
// @ts-expect-error a filter has no value
told({ step: 'filter', passes: true, value: 'on' })
// @ts-expect-error a layer of somebody
told({ step: 'layer', from: 'team', value: 'on', wins: true })
// @ts-expect-error a change of nothing
changed({})
