import { createGate } from 'rolegate'
import catalog from 'rolegate/catalogs/adobe-dynamic-chat.json?raw'
import { audience, issuer, keys, now, token } from './snapshot.json'

export async function answers() {
  const gate = createGate({ keys, issuer, audience, catalog, now: () => now })
  await gate.load(token)
  return {
    granted: gate.can('reports.export'),
    notGranted: gate.can('agent-inbox.access'),
  }
}
