import { randomUUID } from 'node:crypto'
import { EventEmitter, on } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import cookies from '@fastify/cookie'
import files from '@fastify/static'
import Fastify from 'fastify'
import { createIssuer, eventsResponse } from 'rolegate/server'
import { newKey } from './key.js'

const COOKIE = { httpOnly: true, sameSite: 'lax', path: '/' }

/** Refuses a body that is not an object with this text, with 400 and what is wrong with it. */
const text = name => ({
  schema: {
    body: { type: 'object', required: [name], properties: { [name]: { type: 'string' } } },
  },
})

/** An instance of the server. */
export async function makeApp(database) {
  const app = Fastify()
  const issuer = createIssuer({
    key: newKey(),
    catalog: await readFile(new URL('../catalog.json', import.meta.url)),
    issuer: 'https://notes.example',
    audience: 'notes-web',
  })
  await database.publish(issuer.jwks().keys[0])

  /** Tells of each person whose rights may have changed. */
  const changes = new EventEmitter().setMaxListeners(0)
  const about = person => `rights of ${person}`
  database.listen(person => {
    // Who follows an emitter listens to its errors, too.
    const followed = changes.eventNames().filter(name => name !== 'error')
    for (const name of person ? [about(person)] : followed) changes.emit(name)
  })

  await app.register(cookies)
  await app.register(files, { root: fileURLToPath(new URL('../dist', import.meta.url)) })
  app.decorateRequest('person', '')

  app.post('/api/session', text('name'), async (request, reply) => {
    const session = randomUUID()
    // A server of yours asks for a password; the example `react-fastify` does.
    const [known] = await database.begin(session, request.body.name)
    if (!known) return reply.code(401).send({})
    return reply.setCookie('session', session, COOKIE).send({})
  })
  app.get('/api/jwks.json', () => database.jwks())

  app.register(async app => {
    // Once the body is there, however long that takes: until then the session may have ended.
    app.addHook('preHandler', async (request, reply) => {
      request.person = await database.signedIn(request.cookies.session ?? '')
      if (!request.person) return reply.code(401).send({})
    })
    app.delete('/api/session', async ({ cookies }, reply) => {
      await database.end(cookies.session)
      return reply.clearCookie('session', COOKIE).send({})
    })
    app.get('/api/me', async ({ person }) => ({ id: person }))
    app.get('/api/role-snapshot', async request => {
      const headers = new Headers(request.headers)
      return issuer.respond({ headers }, await database.personWithSeq(request.person))
    })
    app.get('/api/role-events', async (request, reply) => {
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      return eventsResponse(on(changes, about(request.person), { signal: gone.signal }))
    })

    app.get('/api/notes', () => database.notes())
    app.post('/api/notes', text('words'), async (request, reply) => {
      const gate = await gateOf(request)
      if (!gate.can('notes.write')) return reply.code(403).send({})
      await database.write(request.person, request.body.words)
      return {}
    })
    app.get('/api/people', async (request, reply) => {
      const gate = await gateOf(request)
      return gate.can('notes.people') ? database.people() : reply.code(403).send({})
    })
    app.put('/api/people/:id/role', text('role'), async (request, reply) => {
      const { id } = request.params
      const gate = await gateOf(request)
      const target = (await database.person(id))?.memberships[0].roles
      const isAllowed = [...(target ?? []), request.body.role].every(role =>
        gate.roles.canAssign(role, { target, self: id === request.person }),
      )
      if (!isAllowed) return reply.code(403).send({})
      await database.setRole(id, request.body.role)
      return {}
    })
  })
  return app

  async function gateOf({ person }) {
    return issuer.gate(await database.person(person))
  }
}
