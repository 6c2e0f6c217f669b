import { createGate } from 'rolegate'
import { answered, asked, audience, issuer } from './settings.js'

const snapshot = fetch('/snapshot').then(response => response.text())
const gate = createGate({
  keys: fetch('/jwks.json'),
  issuer,
  audience,
  catalog: fetch('/catalog.json'),
})
await gate.load(await snapshot)
answered(gate.can(asked.granted), gate.can(asked.denied))
