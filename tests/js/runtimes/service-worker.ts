// What a gate answers in a service worker, told to the page that has started it. Such a worker may
// import nothing that waits, so the page sends what it signed.

import { createGate } from 'rolegate'
import { catalog, records } from '../helpers/help-desk.ts'

addEventListener('message', async ({ data, ports: [port] }: MessageEvent) => {
  const { keys, issuer, audience, noon, token } = data
  const gate = createGate({ keys, issuer, audience, catalog, records, now: () => noon * 1000 })
  await gate.load(token)
  port?.postMessage(JSON.stringify([gate.state, gate.decideAll({ agent: 'u1' }, 'conversation')]))
})
