import { createGate, type Decision, GateError } from 'rolegate'
import { type Client, createClient, serverEvents } from 'rolegate/client'
import { type Binding, bind, DENIED, type Denied } from 'rolegate/dom'
import { provideGate, type RolegateCan } from 'rolegate/element'
import { createGate as createInlineGate } from 'rolegate/inline'
import { createStage, previewable } from 'rolegate/preview'
import { en, reasonText } from 'rolegate/reasons'
import { createIssuer, type PersonClaims } from 'rolegate/server'
import { provideEngine } from 'rolegate/slim'
import { forEachRole, gateStories } from 'rolegate/storybook'
import { gateFor, tokenFor } from 'rolegate/testing'

provideEngine(new URL('https://app.example/rolegate.wasm'))

const options = { keys: { keys: [] }, issuer: 'i', audience: 'a', catalog: '{}' }
const gate = createGate(options)
const allowed: boolean = gate.can('reports.export')
const decision: Decision = createInlineGate(options).decide('reports.export')
export const said: string = reasonText(decision, en)
// @ts-expect-error a record is no permission
gate.can({})
// @ts-expect-error a decision is frozen
decision.allowed = allowed

export const { unbind }: Binding = bind(gate, document, { reason: answer => answer.code })
document.addEventListener(DENIED, ({ detail }) => detail satisfies Denied)
document.body.addEventListener('rolegate-denied', ({ detail }) => detail.decision.code)
provideGate(gate.in('w1'))
export const element: RolegateCan | null = document.querySelector('rolegate-can')
// @ts-expect-error a page is bound to a gate
bind(document)

const desk: Client = createClient({
  ...options,
  url: new URL('https://app.example/token'),
  events: serverEvents('/events'),
  storage: () => localStorage,
  fetch: (address, init) => fetch(address, { ...init, credentials: 'include' }),
  catalogUrl: ({ sha256 }) => `/catalogs/${sha256}`,
})
export const again = (): Promise<boolean> => desk.ready().then(({ state }) => state === 'ready')
createClient({ ...options, fetchToken: ({ signal }) => fetch('/token', { signal }) })
// @ts-expect-error `subject` is an id
createClient({ ...options, url: '/token', subject: 1 })

const person: PersonClaims = { subject: 'u1', memberships: [{ workspace: 'w1', roles: [] }] }
export const issued: Promise<string> = createIssuer({
  key: '{}',
  catalog: '{}',
  issuer: 'i',
  audience: 'a',
}).issue(person)
export const tested = [gateFor({ catalog: '{}' }), tokenFor({ catalog: { format: 1 }, roles: [] })]
// @ts-expect-error a person has an id
export const nobody: PersonClaims = { memberships: [] }

export const code = (error: unknown): string | undefined =>
  error instanceof GateError ? error.code : undefined

export const shown = createStage({ catalogs: ['{}'] }).then(stage => stage.show({ roles: [] }))
export const looked: boolean = previewable(options).preview?.scenario === undefined
// @ts-expect-error hosts are a list
previewable(options, { hosts: 'localhost' })

declare const story: {
  run(context?: { mode: string }): Promise<void>
  globals: Record<string, unknown>
  parameters: Record<string, unknown>
}
export const stories = forEachRole(story).map(({ run }) => run({ mode: 'dark' }))
export const annotations = { ...gateStories({ catalog: '{}', roles: ['agent'] }), decorators: [] }
