// Asks the servers of docs/issuing.md, on loopback, as pages of two people and of nobody.

import { equal, ok } from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { createGate } from 'rolegate'
import * as nextEvents from './app/api/role-events/route.js'
import * as nextToken from './app/api/role-snapshot/route.js'
import { app as expressApp } from './server/express.mjs'
import { app as fastifyApp } from './server/fastify.mjs'
import { app as honoApp } from './server/hono.mjs'
import { changes, issuer } from './server/issuer.mjs'

const catalog = await readFile('chat.json')
const passed = []

/** Serves handlers of web requests, as Hono and Next.js are run by servers of their own. */
function served(handle) {
  return createServer(async (request, response) => {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const { method, headers, url } = request
    const asked = new Request(`http://127.0.0.1${url}`, { method, headers, signal: gone.signal })
    const answer = await handle(asked)
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    if (answer.body)
      Readable.fromWeb(answer.body)
        .on('error', () => response.end())
        .pipe(response)
    else response.end()
  })
}

const next = request => {
  const { pathname } = new URL(request.url)
  if (pathname === '/api/role-snapshot') return nextToken.GET(request)
  if (pathname === '/api/role-events') return nextEvents.GET(request)
  return new Response(null, { status: 404 })
}

await checked('hono', served(honoApp.fetch))
await checked('express', createServer(expressApp))
await fastifyApp.ready()
await checked('fastify', fastifyApp.server)
await checked('next', served(next), { decides: false })
console.log(passed.join(' '))

async function checked(name, server, { decides = true } = {}) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${server.address().port}`
  const get = (path, person, headers = {}) =>
    fetch(address + path, {
      headers: { ...headers, ...(person && { cookie: `person=${person}` }) },
    })
  const load = async person => {
    const keys = issuer.jwks()
    const gate = createGate({
      keys,
      issuer: 'https://chat.example',
      audience: 'chat-web',
      subject: person,
      catalog,
    })
    const answer = await get('/api/role-snapshot', person)
    ok(answer.headers.get('cache-control').includes('no-store'), name)
    await gate.load(await answer.text())
    return [gate.can('settings:write'), answer.headers.get('etag')]
  }
  const [[agentWrites, etag], [leadWrites]] = await Promise.all([load('u42'), load('u7')])
  equal(agentWrites, false, name)
  equal(leadWrites, true, name)
  equal((await get('/api/role-snapshot', 'u42', { 'if-none-match': etag })).status, 304, name)
  equal((await get('/api/role-snapshot', 'u7', { 'if-none-match': etag })).status, 200, name)
  equal((await get('/api/role-snapshot')).status, 401, name)

  equal((await get('/api/role-events')).status, 401, name)
  const events = (await get('/api/role-events', 'u42')).body.getReader()
  const decoder = new TextDecoder()
  let heard = decoder.decode((await events.read()).value)
  changes.emit('u7')
  changes.emit('u42')
  while (!heard.includes('event: refresh')) heard += decoder.decode((await events.read()).value)
  await events.cancel()

  if (decides) {
    const post = cookie => fetch(`${address}/reports`, { method: 'POST', headers: { cookie } })
    equal((await post('person=u42')).status, 200, name)
    equal((await post('')).status, 403, name)
    equal((await (await get('/jwks.json')).json()).keys.length, 1, name)
  }
  server.closeAllConnections()
  server.close()
  passed.push(name)
}
