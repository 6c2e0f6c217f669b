import { createGate } from './node_modules/rolegate/dist/entrypoints/web.js'

const text = async address => (await fetch(address)).text()
const { keys, issuer, audience, now, token } = JSON.parse(await text('snapshot.json'))
const catalog = await text('node_modules/rolegate/dist/catalogs/adobe-dynamic-chat.json')

const gate = createGate({ keys, issuer, audience, catalog, now: () => now })
const error = await gate.load(token).then(
  () => undefined,
  thrown => thrown,
)
document.title = JSON.stringify({
  code: error?.code,
  message: error?.message,
  state: gate.state,
  granted: gate.can('reports.export'),
  notGranted: gate.can('agent-inbox.access'),
  outcome: gate.decide('reports.export').outcome,
  isolated: crossOriginIsolated,
})
