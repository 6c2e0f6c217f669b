// What a client makes of the answers it gets.

import { type ClientOptions, createClient, type ServerAnswer } from 'rolegate/client'
import { describe, expect, it, vi } from 'vitest'
import {
  type Answer,
  client,
  issued,
  pass,
  Server,
  useQuietPage,
  warn,
} from '../helpers/clients.ts'
import { digest, noon, sign } from '../helpers/gates.ts'
import { catalog as desk } from '../helpers/help-desk.ts'

useQuietPage()

const page = '<!doctype html><title>Sign in</title>'
const html = { 'content-type': 'text/html' }

describe('an answer that is no snapshot leaves the former one in force:', () => {
  const answers: [what: string, answer: () => Answer | Promise<Answer>, message: RegExp][] = [
    ['an error', () => new Response(page, { status: 500, headers: html }), /answered with 500/],
    ['nothing there', () => new Response('', { status: 404 }), /answered with 404/],
    ['a page to sign in with', () => new Response(page, { headers: html }), /no token/],
    ['JSON', () => Response.json({ error: 'no.such.thing' }), /no token/],
    ['an empty one', () => '', /no token/],
    ['two tokens', async () => `${await issued()}\n${await issued()}`, /no token/],
    ['one without end', () => endless(), /longer than/],
    ['a broken connection', () => new TypeError('terminated'), /request has failed/],
    ['nothing at all', () => undefined as never, /`null`, which is for nobody/],
    ['unchanged, where nothing was said to be known', unchanged, /answered with 304/],
  ]
  it.each(answers)('%s', async (_, answer, message) => {
    const server = new Server(issued)
    const made = client({ fetch: server.fetch })
    await made.ready()
    await pass(1)
    server.answer = answer
    expect(await made.refresh()).toMatchObject({
      state: 'ready',
      activity: 'idle',
      error: {
        name: 'GateError',
        code: 'ERR_FETCH_FAILED',
        message: expect.stringMatching(message),
      },
    })
    expect(made.gate.can('chat-settings')).toBe(true)
    server.answer = issued
    expect(await made.refresh()).toMatchObject({ state: 'ready', error: undefined })
  })

  it.each([
    ['of another key', () => sign({ seq: 2 }, { kid: 'k9' }), 'ERR_KEY_UNKNOWN'],
    [
      'changed',
      async () => (await sign()).replace(/\.[^.]*$/, `.${'A'.repeat(86)}`),
      'ERR_SIGNATURE_INVALID',
    ],
    ['of another audience', () => sign({ aud: 'other', seq: 2 }), 'ERR_CLAIM_INVALID'],
    [
      'that has expired',
      () => sign({ iat: noon - 900, exp: noon - 300, seq: 2 }),
      'ERR_SNAPSHOT_EXPIRED',
    ],
    ['older than the former', () => issued({ seq: 1 }), 'ERR_SNAPSHOT_ROLLBACK'],
  ])('a snapshot %s', async (_, answer, code) => {
    const server = new Server(issued)
    const made = client({ fetch: server.fetch })
    await made.ready()
    await pass(1)
    server.answer = answer
    expect(await made.refresh()).toMatchObject({ state: 'ready', error: { code } })
    expect(made.gate.can('chat-settings')).toBe(true)
  })
})

function unchanged(): Response {
  return new Response(null, { status: 304 })
}

/** A body that never ends, and says whether it is still read. */
function endless(onCancel?: () => void): Response {
  const piece = new TextEncoder().encode('a'.repeat(16 * 1024))
  return new Response(
    new ReadableStream({
      pull: controller => controller.enqueue(piece),
      ...(onCancel && { cancel: onCancel }),
    }),
  )
}

it('the transfer of an answer that is too long is ended', async () => {
  const onCancel = vi.fn()
  const made = client({ fetch: new Server(() => endless(onCancel)).fetch })
  await made.ready()
  expect(onCancel).toHaveBeenCalledTimes(1)
})

it('white space around a token is none of it', async () => {
  const server = new Server(async () => `\r\n ${await issued()}\n\n`)
  expect(await client({ fetch: server.fetch }).ready()).toMatchObject({ state: 'ready' })
})

it.each([401, 403])('%d empties the gate: nobody is signed in', async status => {
  const server = new Server(issued)
  const made = client({ fetch: server.fetch })
  await made.ready()
  await pass(1)
  server.answer = () => new Response('', { status })
  expect(await made.refresh()).toEqual({ state: 'empty', activity: 'signed-out', error: undefined })
  expect(made.gate.decide('chat-settings').outcome).toBe('loading')
  await pass(3600)
  expect(server.requests.length).toBe(2)
  server.answer = issued
  expect(await made.refresh()).toMatchObject({ state: 'ready', activity: 'idle' })
})

it('a failure is told once, and a success ends it', async () => {
  warn.mockClear()
  const server = new Server(() => new Response('', { status: 500 }))
  client({ fetch: server.fetch })
  await pass(30)
  expect(server.requests.length).toBeGreaterThan(3)
  expect(warn.mock.calls).toEqual([
    [
      'rolegate: the server has answered with 500',
      expect.objectContaining({ code: 'ERR_FETCH_FAILED' }),
    ],
  ])
})

describe('a server that keeps tokens', () => {
  const kept = (token: string, etag = '"1"') => new Response(token, { headers: { etag } })

  it('is asked whether there is another one, and costs nothing where there is not', async () => {
    const token = await issued()
    const server = new Server(() => kept(token))
    const made = client({ fetch: server.fetch })
    await made.ready()
    await pass(1)
    const { version } = made.gate
    const listener = vi.fn()
    made.gate.subscribe(listener)
    server.answer = () => new Response(null, { status: 304 })
    expect(await made.refresh()).toMatchObject({
      state: 'ready',
      activity: 'idle',
      error: undefined,
    })
    expect(server.requests.map(({ options }) => options.headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
    ])
    expect(made.gate.version).toBe(version)
    expect(listener).not.toHaveBeenCalled()
  })

  it('costs nothing either where it sends the same again', async () => {
    const token = await issued()
    const made = client({ fetch: new Server(() => kept(token)).fetch })
    await made.ready()
    await pass(1)
    const { version } = made.gate
    await made.refresh()
    expect(made.gate.version).toBe(version)
  })

  it('is asked for the whole where the gate no longer decides', async () => {
    const token = await issued()
    const server = new Server(() => kept(token))
    const made = client({ fetch: server.fetch })
    await made.ready()
    server.answer = () => new Error('offline')
    await pass(700)
    expect(made.gate.state).toBe('expired')
    server.requests.length = 0
    await made.refresh()
    expect(server.requests[0]?.options.headers['if-none-match']).toBeUndefined()
  })
})

describe('`fetchToken`', () => {
  it.each<[string, () => ReturnType<NonNullable<ClientOptions['fetchToken']>>]>([
    ['a token', () => issued()],
    ['a Response', async () => new Response(await issued())],
    [
      'what a library has in place of one',
      async (): Promise<ServerAnswer> => {
        const token = await issued()
        return { ok: true, status: 200, headers: new Headers(), text: async () => token }
      },
    ],
  ])('may give %s', async (_, fetchToken) => {
    expect(await client({ fetchToken }).ready()).toMatchObject({ state: 'ready' })
  })

  it('may say that nobody is signed in', async () => {
    const { ready } = client({ fetchToken: () => null })
    expect(await ready()).toEqual({ state: 'empty', activity: 'signed-out', error: undefined })
  })

  it('may fail, which is told', async () => {
    const cause = new Error('no network')
    const fetchToken = () => {
      throw cause
    }
    const { error } = await client({ fetchToken }).ready()
    expect(error).toMatchObject({ code: 'ERR_FETCH_FAILED', cause })
  })

  it.each<[string, unknown]>([
    ['the answer of another library', { status: 200, data: 'token', headers: { date: '' } }],
    ['the error of one', { status: 503, headers: { 'retry-after': '5' }, ok: false }],
    ['the parsed token', { token: 'token' }],
    ['nothing, as a function without `return`', undefined],
    ['what no answer is', false],
  ])('may not give %s, which is told, and tried again', async (_, given) => {
    const fetchToken = vi.fn(() => given as never)
    const { ready } = client({ fetchToken })
    expect((await ready()).error).toMatchObject({
      code: 'ERR_FETCH_FAILED',
      message: 'the answer is no token, no Response, and not `null`, which is for nobody',
    })
    await pass(2)
    expect(fetchToken.mock.calls.length).toBeGreaterThan(1)
  })

  it('may fail with an error that has headers of its own', async () => {
    const cause = Object.assign(new Error('503'), { headers: { 'retry-after': '5' } })
    const fetchToken = vi.fn(() => Promise.reject(cause))
    const { error } = await client({ fetchToken }).ready()
    expect(error).toMatchObject({ code: 'ERR_FETCH_FAILED', cause })
    await pass(2)
    expect(fetchToken.mock.calls.length).toBeGreaterThan(1)
  })

  it('hears for whom it fetches, and when nobody waits any more', async () => {
    const fetchToken = vi.fn<NonNullable<ClientOptions['fetchToken']>>(() => new Promise(() => {}))
    const made = client({ fetchToken, subject: 'u1', workspace: 'w1', timeout: 2000 })
    await pass(1)
    const request = fetchToken.mock.calls[0]?.[0]
    expect(request).toMatchObject({ subject: 'u1', workspace: 'w1', etag: undefined })
    expect(request?.signal.aborted).toBe(false)
    await pass(1)
    expect(request?.signal.aborted).toBe(true)
    expect(made.status.error?.message).toBe('nothing has come in time')
  })
})

describe('a catalog that the page does not have', () => {
  const other = desk.replaceAll('"Desk"', '"Office"')

  it('comes from the address that the app names, once', async () => {
    const sha256 = await digest(other)
    const server = new Server(() => issued({ catalog: { id: 'desk', sha256 } }))
    const fetch: NonNullable<ClientOptions['fetch']> = vi.fn((address, init) =>
      address.startsWith('/catalogs/')
        ? Promise.resolve(new Response(other))
        : server.fetch(address, init),
    )
    const catalogUrl = ({ sha256 }: { sha256: string }) => `/catalogs/${sha256}.json`
    for (const held of [{}, { catalog: undefined }]) {
      vi.mocked(fetch).mockClear()
      const made = client({ fetch, catalogUrl, ...held })
      await made.ready()
      await pass(1)
      await made.refresh()
      expect(made.gate.can('chat-settings')).toBe(true)
      const found = vi.mocked(fetch).mock.calls.map(([address]) => address)
      expect(found.filter(address => address === `/catalogs/${sha256}.json`).length).toBe(1)
      // What has that hash may come from any cache, and a token from none.
      for (const [address, { cache }] of vi.mocked(fetch).mock.calls) {
        expect(cache).toBe(address.startsWith('/catalogs/') ? undefined : 'no-store')
      }
    }
  })

  it('that cannot be had leaves the former snapshot in force', async () => {
    const sha256 = await digest(other)
    const server = new Server(issued)
    const catalogUrl = () => '/nowhere'
    const made = client({ fetch: server.fetch, catalogUrl })
    await made.ready()
    await pass(1)
    const token = await issued({ catalog: { id: 'desk', sha256 } })
    for (const answer of [() => new Response('', { status: 404 }), () => 'never' as const]) {
      server.answer = () => (server.requests.at(-1)?.address === '/nowhere' ? answer() : token)
      const refreshed = made.refresh()
      await pass(20)
      expect(await refreshed).toMatchObject({ state: 'ready', error: { code: 'ERR_FETCH_FAILED' } })
    }
  })
})

describe('a wrong option is a TypeError:', () => {
  it.each<[object, RegExp]>([
    [{ url: undefined }, /either `url` or `fetchToken`/],
    [{ url: '/a', fetchToken: () => null }, /either `url` or `fetchToken`/],
    [{ fetchToken: 'x', url: undefined }, /`fetchToken` must be a function/],
    [{ fetch: 'x' }, /`fetch` must be a function/],
    [{ events: '/events' }, /`events` must be a function/],
    [{ logger: {} as never, now: 5 }, /`now` must be a function/],
    [{ logger: { log: () => {} } }, /`logger.warn` must be a function/],
    [{ tabs: 'none' }, /`tabs` must be a boolean/],
    [{ timeout: 0 }, /`timeout`/],
    [{ subject: '' }, /`subject` must be a string/],
    [{ workspace: 1 }, /`workspace` must be a string/],
    [{ urls: '/a' }, /may not have `urls`/],
    [{ issuer: undefined }, /`issuer`/],
  ])('%o', (wrong, message) => {
    expect(() => client(wrong)).toThrow(TypeError)
    expect(() => client(wrong)).toThrow(message)
  })
})

it('what is no object of options is a TypeError that says so', () => {
  expect(() => createClient(undefined as never)).toThrow('the options must be an object')
  const made = client({ fetch: new Server().fetch })
  expect(() => made.switchTo(undefined as never)).toThrow('an identity must be an object')
  expect(() => made.switchTo({ subjct: 'u2' } as never)).toThrow(
    'an identity may not have `subjct`; did you mean `subject`?',
  )
})

it('a client says nothing it does not mean to: it is as closed as a gate', async () => {
  const { subscribe } = client({ fetch: new Server().fetch })
  expect(() => subscribe(undefined as never)).toThrow(TypeError)
  const made = client({ fetch: new Server(issued).fetch })
  expect(Object.isFrozen(made)).toBe(true)
  expect(Object.keys(made)).toEqual([])
  const told: string[] = []
  const remove = made.subscribe(({ activity }) => void told.push(activity))
  await made.ready()
  await pass(1)
  expect(told).toEqual(['refreshing', 'idle'])
  expect(made.status).toBe(made.status)
  expect(Object.isFrozen(made.status)).toBe(true)
  remove()
  await made.refresh()
  expect(told.length).toBe(2)
})
