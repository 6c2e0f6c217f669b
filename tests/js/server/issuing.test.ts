// Issuing snapshots, and answering pages with them.

import { createGate, type Gate, isGateError } from 'rolegate'
import { createClient, serverEvents } from 'rolegate/client'
import {
  createIssuer,
  eventsResponse,
  type IssuerOptions,
  type PersonClaims,
} from 'rolegate/server'
import { testKeys, tokenFor } from 'rolegate/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { audience, digest, issuer, keys, nextKeys, noon } from '../helpers/gates.ts'
import { catalog, records } from '../helpers/help-desk.ts'

const [publicKey] = keys.keys
const key = { ...publicKey, d: 'cZ5lWL1w6c-783sf9MLhLzQX80YOq_hJXkGwSudCjK8' }
const nextKey = { ...nextKeys.keys[0], d: 'Sum1eIdh9xoH6JwdqeypXU4Cogm7tvU2shV2ign-jss' }
let time = noon * 1000
beforeEach(() => {
  time = noon * 1000
})
const options = { key, catalog, issuer, audience, now: () => time } as unknown as IssuerOptions
const agent: PersonClaims = {
  subject: 'u1',
  memberships: [{ workspace: 'w1', roles: ['agent'], groups: ['g1'], filters: [] }],
}
const manager: PersonClaims = {
  subject: 'u2',
  entitlements: ['prime'],
  memberships: [{ workspace: 'w1', roles: ['manager'], filters: [] }],
}

/** A page's gate that has loaded a token. */
async function page(token: string, changes = {}): Promise<Gate> {
  const gate = createGate({ keys, issuer, audience, catalog, now: () => time, ...changes })
  await gate.load(token)
  return gate
}

const claimsIn = (token: string) => {
  const [, payload = ''] = token.split('.')
  return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')))
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    error => (isGateError(error) ? error.code : `${error}`),
  )

describe('an issued token', () => {
  it('is loaded by a page', async () => {
    const { issue } = createIssuer(options)
    const gate = await page(await issue(manager))
    expect(gate.can('insights')).toBe(true)
    expect((await page(await issue(agent))).can('reports.export')).toBe(false)
  })

  it('has times, a number that rises, and the catalog by its hash', async () => {
    const { issue } = createIssuer({ ...options, lifetime: 300 })
    const tokens = [await issue(agent), await issue(agent)]
    time -= 5000
    tokens.push(await issue(agent))
    time += 10_000
    tokens.push(await issue(agent))
    const [first, ...others] = tokens.map(claimsIn)
    expect(first).toEqual({
      iss: issuer,
      aud: audience,
      sub: 'u1',
      iat: noon,
      exp: noon + 300,
      refresh_after: noon + 150,
      fmt: 1,
      seq: noon * 1000,
      catalog: { id: 'desk', sha256: await digest(catalog) },
      entitlements: [],
      memberships: agent.memberships,
    })
    expect(others.map(({ seq }) => seq - noon * 1000)).toEqual([1, 2, 5000])
  })

  it('is none while the clock gives no time, and one again afterwards', async () => {
    const { issue } = createIssuer(options)
    time = Number.NaN
    expect(await codeOf(issue(agent))).toBe('ERR_CLAIM_INVALID')
    time = noon * 1000
    expect(claimsIn(await issue(agent)).seq).toBe(time)
  })

  it('has the number that it is given', async () => {
    const { issue } = createIssuer(options)
    expect(claimsIn(await issue({ ...agent, seq: 7 })).seq).toBe(7)
  })

  it.each<[string, Partial<PersonClaims>]>([
    ['a role', { memberships: [{ workspace: 'w1', roles: ['agnt'], filters: [] }] }],
    ['no filters, where the catalog has some', { memberships: [{ workspace: 'w1', roles: [] }] }],
    ['a fixed value', { roles: [{ id: 'agent', values: { insights: 'off' } }] }],
    ['an entitlement', { entitlements: ['primus'] }],
  ])('is not signed for a person of whom a page would refuse %s', async (_, changes) => {
    const made = createIssuer(options)
    expect(await codeOf(made.issue({ ...agent, ...changes }))).toBe('ERR_SNAPSHOT_INVALID')
    expect(await codeOf(made.gate({ ...agent, ...changes }))).toBe('ERR_SNAPSHOT_INVALID')
    expect(await codeOf(made.issue(agent))).toBe('done')
  })

  it('is not signed where something is said of the person that has no meaning', async () => {
    const misnamed = { ...agent, customRoles: [{ id: 'agent', values: {} }] }
    expect(await codeOf(createIssuer(options).issue(misnamed))).toBe(
      'TypeError: a person may not have `customRoles`',
    )
  })

  it('is not signed with a key made for tests', async () => {
    const [header = ''] = (await tokenFor({ catalog })).split('.')
    const { kid } = JSON.parse(atob(header))
    expect((await testKeys()).keys).toMatchObject([{ kid }])
    const made = createIssuer({ ...options, key: { ...key, kid } as never })
    expect(await codeOf(made.issue(agent))).toBe('ERR_KEYS_INVALID')
  })
})

describe('keys', () => {
  it('are served without what is private', () => {
    const { jwks } = createIssuer({ ...options, key: [JSON.stringify(key), nextKey] as never })
    expect(jwks()).toEqual({
      keys: [publicKey, { ...nextKeys.keys[0], alg: 'EdDSA', use: 'sig' }],
    })
    expect(JSON.stringify(jwks())).not.toContain(key.d)
  })

  it('change with an overlap, in which every page loads every token', async () => {
    const before = createIssuer({ ...options, key: [key, nextKey] as never })
    const after = createIssuer({ ...options, key: [nextKey, key] as never })
    const gate = await page(await before.issue(agent), { keys: before.jwks() })
    time += 1000
    await gate.load(await after.issue(agent))
    expect(gate.seq).toBe(time)
  })
})

describe('catalogs', () => {
  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['parsed', JSON.parse(catalog)],
    ['nothing beside a file', [catalog, null]],
  ])('are files: not %s', (_, given) => {
    expect(() => createIssuer({ ...options, catalog: given as never })).toThrow(
      /^`catalog` must be the catalog file's text or bytes, not /,
    )
  })

  it.each(['', '{', '7', 'null', '{"format":1}'])('that are none are refused: %s', async given => {
    const { issue } = createIssuer({ ...options, catalog: given })
    expect(await codeOf(issue(agent))).toBe('ERR_CATALOG_INVALID')
  })

  it('of several versions are signed for by hash', async () => {
    const other = catalog.replaceAll('"Desk"', '"Office"')
    const { issue } = createIssuer({ ...options, catalog: [catalog, other] })
    const sha256 = await digest(other)
    const token = await issue({ ...agent, catalog: sha256 })
    expect(claimsIn(token).catalog.sha256).toBe(sha256)
    expect((await page(token, { catalog: other })).can('chat-settings')).toBe(true)
    expect((await page(await issue(agent))).can('chat-settings')).toBe(true)
    expect(await codeOf(issue({ ...agent, catalog: 'none' }))).toMatch(/^TypeError/)
  })
})

describe('a gate for a request', () => {
  it('decides for its person alone, whoever asks at the same time', async () => {
    const made = createIssuer({ ...options, records: records as never })
    const people = Array.from({ length: 40 }, (_, place) => (place % 2 === 0 ? agent : manager))
    const gates = await Promise.all(people.map(person => made.gate(person)))
    expect(gates.map(gate => gate.can('reports.export'))).toEqual(
      people.map(person => person === manager),
    )
    expect(gates[0]?.can('conversation.access', { agent: 'u1', team: null })).toBe(true)
    expect(gates[0]?.can('conversation.access', { agent: 'u2', team: null })).toBe(false)
  })
})

const request = (etag?: string) =>
  new Request('https://desk.example/token', etag ? { headers: { 'if-none-match': etag } } : {})

describe('`respond`', () => {
  it('answers with a token that no cache may keep', async () => {
    const response = await createIssuer(options).respond(request(), agent)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-store',
      'content-type': 'application/jwt',
      vary: 'authorization, cookie',
      'x-content-type-options': 'nosniff',
    })
    expect((await page(await response.text())).can('chat-settings')).toBe(true)
  })

  it.each([null, undefined])('answers with 401 for nobody: %s', async nobody => {
    const response = await createIssuer(options).respond(request(), nobody)
    expect(response.status).toBe(401)
    expect(await response.text()).toBe('')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('keeps a token where it is asked to, and says so where the page has it', async () => {
    const { respond } = createIssuer({ ...options, etag: true })
    const first = await respond(request(), agent)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await respond(request(known), agent)
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    const text = await first.text()
    expect(await (await respond(request('"x"'), agent)).text()).toBe(text)
    time += 149_000
    expect((await respond(request(etag), agent)).status).toBe(304)
    time += 1000
    const fresh = await respond(request(etag), agent)
    expect([fresh.status, fresh.headers.get('etag') === etag]).toEqual([200, false])
  })

  it('gives no token to anybody else, nor for other rights', async () => {
    const { respond } = createIssuer({ ...options, etag: true })
    const etag = (await respond(request(), agent)).headers.get('etag') ?? ''
    for (const other of [
      manager,
      { ...agent, subject: 'u3' },
      { ...agent, entitlements: ['prime'] },
    ]) {
      const response = await respond(request(etag), other)
      expect(response.status).toBe(200)
      expect(claimsIn(await response.text()).sub).toBe(other.subject)
    }
  })

  it('gives back rights in a token that a page takes after the change', async () => {
    const made = createIssuer({ ...options, etag: true })
    const gate = await page(await made.issue(agent))
    const more = { ...manager, subject: 'u1' }
    for (const [person, can] of [
      [agent, false],
      [more, true],
      [agent, false],
    ] as const) {
      const response = await made.respond(request(), person)
      await gate.load(await response.text())
      expect(gate.can('reports.export')).toBe(can)
    }
  })

  it('gives no token that is older than one from `issue`', async () => {
    const made = createIssuer({ ...options, etag: true })
    await made.respond(request(), agent)
    const gate = await page(await made.issue(agent))
    const response = await made.respond(request(), agent)
    expect(await codeOf(gate.load(await response.text()))).toBe('done')
  })

  it('issues one token for requests at the same time, and none is kept that was refused', async () => {
    const made = createIssuer({ ...options, etag: true })
    const responses = await Promise.all([1, 2, 3].map(() => made.respond(request(), agent)))
    expect(new Set(responses.map(({ headers }) => headers.get('etag'))).size).toBe(1)
    time = Number.NaN
    expect(await codeOf(made.respond(request(), agent))).not.toBe('done')
    time = noon * 1000
    expect(await codeOf(made.respond(request(), agent))).toBe('done')
  })

  it('keeps no more than a thousand tokens', async () => {
    const { respond } = createIssuer({ ...options, etag: true })
    const etag = (await respond(request(), agent)).headers.get('etag') ?? ''
    for (let person = 0; person < 1000; person += 1) {
      await respond(request(), { ...agent, subject: `p${person}` })
    }
    expect((await respond(request(etag), agent)).status).toBe(200)
  })
})

describe('events', () => {
  afterEach(() => vi.useRealTimers())

  async function* changes(items: unknown[]) {
    for (const item of items) yield item
  }

  it('are what the client hears', async () => {
    const text = await eventsResponse(changes([{ secret: 1 }, 'sign-out'])).text()
    expect(text).toBe(': here\n\nevent: refresh\ndata:\n\nevent: sign-out\ndata:\n\n')
    const { headers } = eventsResponse(changes([]))
    expect(headers.get('content-type')).toBe('text/event-stream')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('keep the connection while there are none', async () => {
    vi.useFakeTimers()
    const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) }
    const reader = (eventsResponse(never).body as ReadableStream<Uint8Array>).getReader()
    const texts: string[] = []
    for (let piece = 0; piece < 3; piece += 1) {
      const next = reader.read()
      await vi.advanceTimersByTimeAsync(25_000)
      texts.push(new TextDecoder().decode((await next).value))
    }
    expect(texts.join('')).toContain(': here\n\n: still here\n\n')
    await reader.cancel()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('end with the page, and with an error of their source', async () => {
    const ended = vi.fn(async () => ({ done: true as const, value: undefined }))
    const source = { next: () => new Promise<never>(() => {}), return: ended }
    await eventsResponse({ [Symbol.asyncIterator]: () => source }).body?.cancel()
    expect(ended).toHaveBeenCalledTimes(1)
    for (const error of [new Error('no'), undefined]) {
      const broken = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }) }
      const reader = (eventsResponse(broken).body as ReadableStream<Uint8Array>).getReader()
      await expect(reader.read().then(() => reader.read())).rejects.toThrow()
    }
  })
})

it('issuer and client understand each other', async () => {
  const made = createIssuer({ ...options, etag: true })
  let tell = () => {}
  let person = agent
  const told = {
    async *[Symbol.asyncIterator]() {
      await new Promise<void>(resolve => {
        tell = resolve
      })
      yield 'changed'
      await new Promise(() => {})
    },
  }
  const client = createClient({
    keys: made.jwks(),
    issuer,
    audience,
    catalog,
    now: () => time,
    url: '/token',
    events: serverEvents('/events'),
    tabs: false,
    fetch: async (address, { headers }) =>
      address === '/events'
        ? eventsResponse(told)
        : made.respond({ headers: new Headers(headers) }, person),
  })
  await client.ready()
  expect(await client.refresh()).toMatchObject({
    state: 'ready',
    activity: 'idle',
    error: undefined,
  })
  person = { ...agent, memberships: manager.memberships }
  time += 1000
  tell()
  await vi.waitFor(() => expect(client.gate.can('reports.export')).toBe(true))
  client.close()
})

describe('a wrong option is a TypeError:', () => {
  it.each<[string, object]>([
    ['no key', { key: undefined }],
    ['no keys', { key: [] }],
    ['a key that is no JSON', { key: `{"d":"${key.d}` }],
    ['a public key', { key: publicKey }],
    ['a key without `kid`', { key: { ...key, kid: undefined } }],
    ['another curve', { key: { ...key, crv: 'X25519' } }],
    ['no issuer', { issuer: '' }],
    ['no audience', { audience: undefined }],
    ['an issuer of too many characters', { issuer: 'a'.repeat(257) }],
    ['no catalogs', { catalog: [] }],
    ['an option that is not known', { lifetme: 60 }],
    ['an `etag` that is no boolean', { etag: 'yes' }],
    ['a `now` that is no function', { now: 5 }],
    ['records that are no functions', { records: { conversation: { owner: 'agent' } } }],
    ['a lifetime of nothing', { lifetime: 0 }],
    ['a lifetime that is no number', { lifetime: '600' }],
  ])('%s', (_, wrong) => {
    let message = ''
    try {
      createIssuer({ ...options, ...wrong } as never)
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError)
      message = `${error} ${(error as Error).cause}`
    }
    expect(message).not.toBe('')
    expect(message).not.toContain(key.d)
  })
})

it('what has no meaning is refused, with what was probably meant', async () => {
  expect(() => createIssuer({ ...options, lifetme: 60 } as never)).toThrow(
    'the options may not have `lifetme`; did you mean `lifetime`?',
  )
  expect(() => createIssuer(undefined as never)).toThrow('the options must be an object')
  const { issue, gate, respond } = createIssuer({ ...options, etag: true })
  const asked = { headers: new Headers() }
  for (const ask of [issue, gate, (person: never) => respond(asked, person)]) {
    await expect(ask({ ...agent, role: 'agent' } as never)).rejects.toThrow(
      'a person may not have `role`; did you mean `roles`?',
    )
    await expect(ask('u1' as never)).rejects.toThrow('a person must be an object')
  }
  await expect(issue(undefined as never)).rejects.toThrow('a person must be an object')
  await expect(respond({ headers: {} } as never, agent)).rejects.toThrow(/web-standard `Request`/)
  await expect(respond(undefined as never, null)).rejects.toThrow(/web-standard `Request`/)
  for (const changes of [undefined, null, [], 'changes']) {
    expect(() => eventsResponse(changes as never)).toThrow(/takes an async iterable/)
  }
})

it('a key whose halves do not belong together is said to be none, and stays unsaid', async () => {
  for (const wrong of [{ x: nextKey.x }, { d: nextKey.d?.slice(1) }, { x: 'AA' }]) {
    const { issue } = createIssuer({ ...options, key: { ...key, ...wrong } as never })
    const error: Error = await issue(agent).then(
      () => new Error('issued'),
      thrown => thrown,
    )
    expect(error.message).toMatch(/^`key` is no Ed25519 key|^the signature/)
    expect(`${error.stack} ${error.cause}`).not.toContain(key.d)
  }
})
