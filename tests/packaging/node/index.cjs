const { readFileSync } = require('node:fs')
const { createGate, GateError } = require('rolegate')
const inline = require('rolegate/inline')
const slim = require('rolegate/slim')

async function main() {
  if (inline.GateError !== GateError || slim.GateError !== GateError) {
    throw new Error('the entries are not parts of one package')
  }
  const { keys, issuer, audience, now, token } = JSON.parse(readFileSync('snapshot.json', 'utf8'))
  const catalog = readFileSync('catalog.json')
  const gate = createGate({ keys, issuer, audience, catalog, now: () => now })
  await gate.load(token)
  console.log(
    JSON.stringify({
      granted: gate.can('reports.export'),
      notGranted: gate.can('agent-inbox.access'),
    }),
  )
}

main()
