import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createGate } from 'rolegate'

const { keys, issuer, audience, now, token } = JSON.parse(readFileSync('snapshot.json', 'utf8'))
const catalog = readFileSync(
  fileURLToPath(import.meta.resolve('rolegate/catalogs/adobe-dynamic-chat.json')),
)

const gate = createGate({ keys, issuer, audience, catalog, now: () => now })
await gate.load(token)
console.log(
  JSON.stringify({
    granted: gate.can('reports.export'),
    notGranted: gate.can('agent-inbox.access'),
  }),
)
