import { createGate } from 'rolegate'
import catalog from 'rolegate/catalogs/adobe-dynamic-chat.json?raw'
import { audience, issuer, keys, now, token } from './snapshot.json'

const gate = createGate({ keys, issuer, audience, catalog, now: () => now })
await gate.load(token)
document.title = JSON.stringify({
  granted: gate.can('reports.export'),
  notGranted: gate.can('agent-inbox.access'),
})
