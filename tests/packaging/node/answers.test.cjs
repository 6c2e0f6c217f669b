const { readFileSync } = require('node:fs')
const { createGate } = require('rolegate')

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
