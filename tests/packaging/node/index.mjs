import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createGate } from 'rolegate'

const { keys, issuer, audience, now, token } = JSON.parse(readFileSync('snapshot.json', 'utf8'))
const { resolve } = createRequire(import.meta.url)
const catalog = readFileSync(resolve('rolegate/catalogs/adobe-dynamic-chat.json'))

const gate = createGate({ keys, issuer, audience, catalog, now: () => now })
await gate.load(token)
console.log(
  JSON.stringify({
    granted: gate.can('reports.export'),
    notGranted: gate.can('agent-inbox.access'),
  }),
)
