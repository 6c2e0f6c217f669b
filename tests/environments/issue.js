import { createGate } from 'rolegate'
import { createIssuer, eventsResponse } from 'rolegate/server'
import { audience, catalog, issuer } from './fixture.js'

const person = {
  subject: 'u1',
  entitlements: ['included'],
  memberships: [{ workspace: 'w1', roles: ['marketing-admin'] }],
}

/** What a page's gate, and the server's own, say after this runtime has issued; or why there is nothing. */
export async function issue() {
  try {
    const server = createIssuer({ key: await newKey(), catalog, issuer, audience, etag: true })
    const ask = headers => server.respond(new Request('https://app.example/', { headers }), person)
    const answer = await ask({})
    const unchanged = await ask({ 'if-none-match': answer.headers.get('etag') })
    const nobody = await server.respond(new Request('https://app.example/'), null)
    const heard = await eventsResponse(changes()).text()
    const said = [answer.status, unchanged.status, nobody.status, heard.match(/^event: .*$/gm)]
    if (`${said}` !== '200,304,401,event: refresh,event: sign-out') throw new Error(`${said}`)

    const page = createGate({ keys: server.jwks(), issuer, audience, catalog })
    await page.load(await answer.text())
    const gates = [page, await server.gate(person)]
    return {
      granted: gates.every(gate => gate.can('reports.export')),
      notGranted: gates.some(gate => gate.can('agent-inbox.access')),
      offer: page.decide('workspaces.view').outcome,
    }
  } catch (error) {
    return { error: `${error}`, cause: `${error.cause}` }
  }
}

async function* changes() {
  yield 'changed'
  yield 'sign-out'
}

async function newKey() {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, [
    'sign',
    'verify',
  ])
  return { ...(await crypto.subtle.exportKey('jwk', privateKey)), kid: 'k1' }
}
