// What a gate answers in a worker, told to whoever has started it.

// Not imported before somebody can connect.
const answers = import('../helpers/gates.ts').then(async ({ loaded }) => {
  const gate = await loaded()
  return JSON.stringify([gate.state, gate.decideAll({ agent: 'u1' }, 'conversation')])
})

addEventListener('connect', async event => {
  const [port] = (event as MessageEvent).ports
  port?.postMessage(await answers)
})

if (!('onconnect' in globalThis)) postMessage(await answers)

export {}
