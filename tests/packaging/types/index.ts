import { createGate, type Decision, GateError } from 'rolegate'
import { createGate as createInlineGate } from 'rolegate/inline'
import { provideEngine } from 'rolegate/slim'

provideEngine(new URL('https://app.example/rolegate.wasm'))

const options = { keys: { keys: [] }, issuer: 'i', audience: 'a', catalog: '{}' }
const gate = createGate(options)
const allowed: boolean = gate.can('reports.export')
const decision: Decision = createInlineGate(options).decide('reports.export')
// @ts-expect-error a record is no permission
gate.can({})
// @ts-expect-error a decision is frozen
decision.allowed = allowed

export const code = (error: unknown): string | undefined =>
  error instanceof GateError ? error.code : undefined
