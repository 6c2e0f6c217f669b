// Compiled to calls of `require`.
import { createGate, type Decision, isGateError } from 'rolegate'
import { createClient } from 'rolegate/client'
import { createGate as createInlineGate } from 'rolegate/inline'
import { provideEngine } from 'rolegate/slim'

provideEngine(new Uint8Array())

const options = { keys: { keys: [] }, issuer: 'i', audience: 'a', catalog: '{}' }
export const decision: Decision = createGate(options).decide('reports.export')
export const allowed: boolean = createInlineGate(options).can('reports.export')
export const code = (error: unknown): string | undefined =>
  isGateError(error) ? error.code : undefined
export const client = createClient({ ...options, url: '/token' })
export { reasonText } from 'rolegate/reasons'
export { createIssuer } from 'rolegate/server'
export { gateFor } from 'rolegate/testing'
