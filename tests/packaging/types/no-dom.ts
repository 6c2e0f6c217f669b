// Compiled without the types of the DOM and of Node, as for a runtime that has neither.
import { createGate, type Decision, GateError } from 'rolegate'
import { createClient } from 'rolegate/client'
import { createGate as createInlineGate } from 'rolegate/inline'
import { createIssuer } from 'rolegate/server'
import { type EngineCode, provideEngine } from 'rolegate/slim'

const code: EngineCode = new Uint8Array()
provideEngine(code)
// @ts-expect-error an address is a `URL` object
provideEngine('/rolegate.wasm')

const options = { keys: { keys: [] }, issuer: 'i', audience: 'a', catalog: '{}' }
export const decision: Decision = createGate(options).decide('reports.export')
export const allowed: boolean = createInlineGate(options).can('reports.export')
export const { message } = new GateError('ERR_FETCH_FAILED', 'no')
export const client = createClient({ ...options, fetchToken: ({ etag }) => etag ?? null })
export const issuer = createIssuer
export { reasonText } from 'rolegate/reasons'
export { gateFor } from 'rolegate/testing'
