import { EventEmitter, on } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import cookies from '@fastify/cookie'
import files from '@fastify/static'
import Fastify from 'fastify'
import { createIssuer, eventsResponse } from 'rolegate/server'

const CATALOG = readFileSync(join(import.meta.dirname, '../catalog.json'))
const COOKIE = { httpOnly: true, sameSite: 'lax', path: '/' }

/** Refuses a body that is not an object with these texts, with 400 and what is wrong with it. */
const texts = (...names) => ({
  schema: {
    body: {
      type: 'object',
      required: names,
      properties: Object.fromEntries(names.map(name => [name, { type: 'string' }])),
    },
  },
})

/** The server: it says who somebody is, issues their snapshots, and decides by the same gate. */
export async function makeApp(database, key) {
  const app = Fastify()
  /** Emits the id of a person whose rights have changed. */
  const changes = new EventEmitter().setMaxListeners(0)
  const issuer = createIssuer({
    key,
    catalog: CATALOG,
    issuer: 'https://studio.example',
    audience: 'studio-web',
    records: { document: { owner: document => document.owner } },
    etag: true,
  })

  await app.register(cookies)
  await app.register(files, { root: join(import.meta.dirname, '../dist') })
  app.decorateRequest('person', '')
  app.decorateRequest('gate', null)

  app.post('/api/session', texts('name', 'password'), async (request, reply) => {
    const { name, password } = request.body
    const session = database.signIn(name, password)
    if (!session) return reply.code(401).send({ message: 'Wrong name or password' })
    return reply.setCookie('session', session, COOKIE).send({})
  })
  app.delete('/api/session', async (request, reply) => {
    const { session = '' } = request.cookies
    changes.emit(database.signedIn(session) ?? '', 'sign-out', session)
    database.signOut(session)
    return reply.clearCookie('session', COOKIE).send({})
  })
  app.get('/api/jwks.json', async () => issuer.jwks())

  app.register(async app => {
    // Once the body is there, however long that takes: until then a person may have been demoted.
    app.addHook('preHandler', async (request, reply) => {
      request.person = database.signedIn(request.cookies.session ?? '')
      if (!request.person) return reply.code(401).send({ message: 'Sign in first' })
    })
    app.get('/api/me', async ({ person }) => ({
      id: person,
      name: database.nameOf(person),
      workspaces: database.workspacesOf(person),
    }))
    app.get('/api/role-events', async (request, reply) => {
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      return eventsResponse(changesOf(request, gone.signal))
    })
    app.register(inWorkspace, { prefix: '/api/:workspace' })
  })
  return app

  /** The changes of one person: nothing in particular, or `sign-out` where it is this session that ends. */
  async function* changesOf({ person, cookies }, signal) {
    for await (const [what, session = cookies.session] of on(changes, person, { signal })) {
      if (session === cookies.session) yield what
    }
  }

  async function inWorkspace(app) {
    const personIn = ({ person, params }) => database.personIn(person, params.workspace)
    app.get('/role-snapshot', async request => {
      const headers = new Headers(request.headers)
      return issuer.respond({ headers }, personIn(request))
    })
    app.register(async app => {
      // Every request is decided by a gate of its own, made of what the tables say now.
      app.addHook('preHandler', async request => {
        request.gate = await issuer.gate(personIn(request))
      })
      documents(app)
      team(app)
    })
  }

  function documents(app) {
    const found = ({ params }) => {
      const document = database.document(params.id)
      return document?.workspace === params.workspace ? document : undefined
    }
    app.get('/documents', async ({ gate, params }) =>
      gate.filter('documents.view', database.documents(params.workspace)),
    )
    app.put('/documents/:id/title', texts('title'), async (request, reply) => {
      const document = found(request)
      if (!request.gate.can('documents.edit', document)) return refuse(reply)
      database.rename(document.id, request.body.title)
      return {}
    })
    app.post('/documents/:id/publish', async (request, reply) => {
      const document = found(request)
      if (!request.gate.can('documents.publish', document)) return refuse(reply)
      database.publish(document.id)
      return {}
    })
  }

  function team(app) {
    app.get('/team', async ({ gate, params }, reply) => {
      if (!gate.can('team.roles')) return refuse(reply)
      return database.team(params.workspace)
    })
    app.put('/team/:id/role', texts('role'), async ({ gate, params, person, body }, reply) => {
      const { id, workspace } = params
      const now = database.roleOf(id, workspace)
      const assignment = { target: now ? [now] : undefined, self: id === person }
      const isAllowed = [now, body.role].every(role => gate.roles.canAssign(role, assignment))
      if (!isAllowed) return refuse(reply)
      database.setRole(id, workspace, body.role)
      changes.emit(id)
      return {}
    })
    app.put('/roles/:role/:permission', texts('value'), async ({ gate, params, body }, reply) => {
      const { role, permission } = params
      const values = { ...database.editsOf(role), [permission]: body.value }
      if (gate.roles.checkEdit(role, values).length > 0) return refuse(reply)
      database.setValue(role, permission, body.value)
      for (const { person } of database.holdersOf(role)) changes.emit(person)
      return {}
    })
  }
}

function refuse(reply) {
  return reply.code(403).send({ message: 'You may not do that' })
}
