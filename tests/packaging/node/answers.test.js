import { readFileSync } from 'node:fs'
import { createGate } from 'rolegate'
import { gateFor } from 'rolegate/testing'

test('the gate answers in a page of jsdom, which has no coders of text', async () => {
  expect(typeof document).toBe('object')
  expect(typeof TextDecoder).toBe('undefined')
  const { keys, issuer, audience, now, token } = JSON.parse(readFileSync('snapshot.json', 'utf8'))
  const catalog = readFileSync('catalog.json', 'utf8')
  const gate = createGate({ keys, issuer, audience, catalog, now: () => now })
  await gate.load(token)
  expect(gate.can('reports.export')).toBe(true)
  expect(gate.can('agent-inbox.access')).toBe(false)
})

test('a gate for tests answers there, where no WebCrypto is to be seen', async () => {
  expect(globalThis.crypto?.subtle).toBe(undefined)
  const catalog = JSON.parse(readFileSync('catalog.json', 'utf8'))
  const gate = await gateFor({ catalog, roles: ['marketing-admin'] })
  expect(gate.state).toBe('ready')
  expect(gate.can('reports.export')).toBe(true)
})
