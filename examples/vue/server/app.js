import { generateKeyPairSync } from 'node:crypto'
import { EventEmitter, on } from 'node:events'
import { readFileSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { validator } from 'hono/validator'
import { createIssuer, eventsResponse } from 'rolegate/server'
import { people, records, startData } from './data.js'

/** Refuses a body that is no JSON with this text, and says so. */
const text = name =>
  validator('json', (body, c) =>
    typeof body?.[name] === 'string' ? body : c.text(`the body must be JSON with \`${name}\``, 400),
  )

/** The server: it says who somebody is, issues their snapshots, and decides by the same gate. */
export function makeApp() {
  const data = startData()
  const changes = new EventEmitter().setMaxListeners(0)
  const issuer = createIssuer({
    // Yours is made once, by `rolegate keygen`, and read from where your server keeps its secrets.
    key: {
      ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
      kid: 'example',
    },
    catalog: readFileSync(new URL('../catalog.json', import.meta.url)),
    issuer: 'https://desk.example',
    audience: 'desk-web',
    records,
  })

  /** What a snapshot says of whoever is signed in; `null` for nobody. */
  const personOf = c => {
    const subject = getCookie(c, 'person') ?? ''
    if (!Object.hasOwn(people, subject)) return null
    const { roles, groups } = people[subject]
    return { subject, entitlements: data.plan, memberships: [{ workspace: 'w1', roles, groups }] }
  }
  /** The request's own gate; without a person, it allows nothing. */
  const gateOf = c => issuer.gate(personOf(c) ?? { subject: 'nobody', memberships: [] })
  const ticketOf = c => data.tickets.find(({ id }) => id === c.req.param('id'))

  const app = new Hono()
  app.post('/api/session', text('person'), c => {
    setCookie(c, 'person', c.req.valid('json').person, { httpOnly: true, sameSite: 'lax' })
    return c.body(null, 204)
  })
  app.get('/api/me', c => {
    const person = personOf(c)
    return c.json(person && { id: person.subject, ...people[person.subject] })
  })
  app.get('/api/jwks.json', c => c.json(issuer.jwks()))
  app.get('/api/role-snapshot', c => issuer.respond(c.req.raw, personOf(c)))
  app.get('/api/role-events', c => {
    if (!personOf(c)) return c.body(null, 401)
    return eventsResponse(on(changes, 'change', { signal: c.req.raw.signal }))
  })

  app.get('/api/tickets', async c => {
    const gate = await gateOf(c)
    return c.json(gate.filter('tickets.see', data.tickets))
  })
  app.delete('/api/tickets/:id', async c => {
    const gate = await gateOf(c)
    if (!gate.can('tickets.close', ticketOf(c))) return c.body(null, 403)
    data.tickets = data.tickets.filter(ticket => ticket !== ticketOf(c))
    return c.body(null, 204)
  })
  app.get('/api/report', async c => {
    const gate = await gateOf(c)
    return gate.can('reports.export') ? c.text(`${data.tickets.length} open`) : c.body(null, 403)
  })
  // Decided once the body is there, however long that takes: until then a person may have been demoted.
  app.put('/api/plan', text('plan'), async c => {
    const gate = await gateOf(c)
    if (!gate.can('plan.change')) return c.body(null, 403)
    data.plan = c.req.valid('json').plan === 'pro' ? ['pro'] : []
    changes.emit('change')
    return c.body(null, 204)
  })
  app.use('*', serveStatic({ root: './dist' }))
  return app
}
