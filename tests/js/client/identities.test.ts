// Whom a client keeps a gate for, and what it keeps of them.

import type { TokenStorage } from 'rolegate/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { client, issued, pass, Server, useQuietPage, warn } from '../helpers/clients.ts'
import { audience, issuer, membership, noon, sign } from '../helpers/gates.ts'

useQuietPage()
beforeEach(() => warn.mockClear())

const manager = { memberships: [membership({ roles: ['manager'] })] }

describe('switching', () => {
  it('leaves nothing of the former person, and drops what comes late', async () => {
    const answers: ((token: string) => void)[] = []
    const server = new Server(() => new Promise<string>(resolve => answers.push(resolve)))
    const made = client({ fetch: server.fetch, subject: 'u1' })
    await pass(0)
    answers[0]?.(await issued(manager))
    await pass(0)
    expect(made.gate.can('reports.export')).toBe(true)
    void made.refresh()
    await pass(0)

    const switched = made.switchTo({ subject: 'u2' })
    expect(made.gate.can('reports.export')).toBe(false)
    expect(made.status).toEqual({ state: 'empty', activity: 'refreshing', error: undefined })
    expect(server.requests[1]?.options.signal.aborted).toBe(true)
    await pass(0)
    answers[1]?.(await issued({ ...manager, seq: noon * 2000 }))
    await pass(0)
    expect(made.status.state).toBe('empty')

    answers[2]?.(await issued({ sub: 'u2' }))
    expect(await switched).toMatchObject({ state: 'ready', activity: 'idle' })
    expect(made.gate.can('chat-settings')).toBe(true)
    expect(made.gate.can('reports.export')).toBe(false)
  })

  it('tells listeners of no state in between', async () => {
    const server = new Server(issued)
    const made = client({ fetch: server.fetch })
    await made.ready()
    await pass(1)
    const told: string[] = []
    made.subscribe(({ state, activity }) => void told.push(`${state} ${activity}`))
    await made.switchTo({ workspace: 'w2' })
    expect(told).toEqual(['empty refreshing', 'ready refreshing', 'ready idle'])
  })

  it('takes no snapshot of anybody else', async () => {
    const server = new Server(() => issued({ sub: 'u2' }))
    const made = client({ fetch: server.fetch, subject: 'u1' })
    expect(await made.ready()).toMatchObject({
      state: 'empty',
      error: { code: 'ERR_CLAIM_INVALID' },
    })
    expect(await made.switchTo({ subject: 'u2' })).toMatchObject({ state: 'ready' })
    expect(() => made.switchTo({ subject: '' })).toThrow(TypeError)
    expect(made.status.state).toBe('ready')
  })

  it('and back again remembers the highest `seq`', async () => {
    const tokens = [await issued({ seq: 7 }), await issued({ sub: 'u2' }), await issued({ seq: 6 })]
    const server = new Server(() => tokens.shift() ?? 'never')
    const made = client({ fetch: server.fetch })
    await made.ready()
    await made.switchTo({ subject: 'u2' })
    const { state, error } = await made.switchTo({ subject: 'u1' })
    expect([state, error?.code]).toEqual(['empty', 'ERR_SNAPSHOT_ROLLBACK'])
  })
})

it('after a 401 a switch begins anew, whatever comes of it', async () => {
  const server = new Server(() => new Response('', { status: 401 }))
  const made = client({ fetch: server.fetch })
  expect(await made.ready()).toMatchObject({ activity: 'signed-out' })
  server.answer = () => new Response('', { status: 500 })
  expect(await made.switchTo({ subject: 'u1' })).toMatchObject({
    state: 'empty',
    activity: 'idle',
    error: { code: 'ERR_FETCH_FAILED' },
  })
})

describe('signing out', () => {
  it('empties the gate, and fetches no more', async () => {
    const server = new Server(issued)
    const made = client({ fetch: server.fetch })
    await made.ready()
    void made.refresh()
    await pass(0)
    made.signOut()
    expect(made.gate.can('chat-settings')).toBe(false)
    expect(made.status).toEqual({ state: 'empty', activity: 'signed-out', error: undefined })
    expect(await made.refresh()).toMatchObject({ activity: 'signed-out' })
    const before = server.requests.length
    await pass(3600)
    expect(server.requests.length).toBe(before)
    expect(await made.switchTo({})).toMatchObject({ state: 'ready' })
  })
})

describe('a token in the page', () => {
  it('is loaded without a request, and refreshed in time', async () => {
    const server = new Server(issued)
    const made = client({ fetch: server.fetch, token: `\n${await issued()}\n` })
    expect(await made.ready()).toMatchObject({ state: 'ready' })
    await pass(239)
    expect(server.requests.length).toBe(0)
    await pass(50)
    expect(server.requests.length).toBe(1)
  })

  it.each([
    ['has expired', () => issued({ iat: noon - 900, exp: noon - 300, refresh_after: undefined })],
    ['is about somebody else', () => issued({ sub: 'u2' })],
    ['is none', async () => 'undefined'],
    ['is no text', async () => ({ token: 1 }) as unknown as string],
  ])('that %s is fetched anew', async (_, token) => {
    const server = new Server(issued)
    const made = client({ fetch: server.fetch, subject: 'u1', token: await token() })
    expect(await made.ready()).toMatchObject({ state: 'ready' })
    expect(server.requests.length).toBe(1)
  })
})

class Shelf implements TokenStorage {
  readonly kept = new Map<string, string>()
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value)
  }
  removeItem(key: string): void {
    this.kept.delete(key)
  }
}

const key = (subject: string, workspace: string | null = null): string =>
  `rolegate:${JSON.stringify([issuer, audience])}:${JSON.stringify([subject, workspace])}`

describe('a storage', () => {
  it('lets the next visit start without a network', async () => {
    const storage = new Shelf()
    const first = client({ fetch: new Server(issued).fetch, subject: 'u1', storage })
    await first.ready()
    await pass(1)
    expect([...storage.kept.keys()]).toEqual([key('u1')])
    first.close()

    const offline = new Server(() => new Error('offline'))
    const second = client({ fetch: offline.fetch, subject: 'u1', storage: () => storage })
    expect(await second.ready()).toMatchObject({ state: 'ready' })
    expect(second.gate.can('chat-settings')).toBe(true)
    await pass(1)
    expect(second.status).toMatchObject({ state: 'ready', error: { code: 'ERR_FETCH_FAILED' } })
  })

  it('has its token refreshed at once', async () => {
    const storage = new Shelf()
    storage.setItem(key('u1'), await issued())
    const server = new Server(() => issued({ memberships: [], seq: Date.now() + 1 }))
    const made = client({ fetch: server.fetch, subject: 'u1', storage })
    await made.ready()
    await pass(1)
    expect(server.requests.length).toBe(1)
    expect(made.gate.can('chat-settings')).toBe(false)
  })

  it.each([
    ['somebody else’s', () => issued({ sub: 'u2', ...manager })],
    ['one that was changed', async () => (await issued(manager)).replace(/.{9}$/, 'AAAAAAAAA')],
    ['one that was cut off', async () => (await issued(manager)).slice(0, 300)],
    ['one of another application', () => issued({ aud: 'other', ...manager })],
    ['one that is no text', async () => ({ token: 1 }) as unknown as string],
  ])('that gives %s gives nothing', async (_, token) => {
    const storage = new Shelf()
    storage.setItem(key('u1'), await token())
    const server = new Server(() => 'never')
    const made = client({ fetch: server.fetch, subject: 'u1', storage })
    await pass(1)
    expect(made.gate.state).toBe('empty')
    expect(server.requests.length).toBe(1)
    server.answer = issued
    await pass(20)
    expect(made.gate.can('chat-settings')).toBe(true)
    expect(made.gate.can('reports.export')).toBe(false)
  })

  it.each([
    ['in force', {}],
    ['expired', { iat: noon - 900, exp: noon - 300, refresh_after: undefined }],
  ])('remembers the highest `seq`, its token being %s', async (_, times) => {
    const storage = new Shelf()
    storage.setItem(key('u1'), await issued({ seq: 8, ...times }))
    const server = new Server(() => issued({ seq: 7 }))
    const made = client({ fetch: server.fetch, subject: 'u1', storage })
    await pass(0.5)
    expect(made.status.error?.code).toBe('ERR_SNAPSHOT_ROLLBACK')
    server.answer = () => issued({ seq: 9 })
    expect(await made.refresh()).toMatchObject({ state: 'ready', error: undefined })
    expect(made.gate.seq).toBe(9)
  })

  it('cannot raise the `seq` beyond what was signed', async () => {
    const storage = new Shelf()
    const [header, , signature] = (await sign()).split('.')
    const payload = btoa(JSON.stringify({ sub: 'u1', seq: 2 ** 50 })).replace(/=+$/, '')
    storage.setItem(key('u1'), [header, payload, signature].join('.'))
    const made = client({ fetch: new Server(issued).fetch, subject: 'u1', storage })
    expect(await made.ready()).toMatchObject({ state: 'ready' })
  })

  it('keeps people, workspaces and applications apart', async () => {
    const storage = new Shelf()
    const server = new Server(issued)
    const made = client({ fetch: server.fetch, subject: 'u1', storage })
    await made.ready()
    await pass(1)
    server.answer = () => issued({ sub: 'u2' })
    await made.switchTo({ subject: 'u2', workspace: 'w1' })
    await pass(1)
    expect([...storage.kept.keys()]).toEqual([key('u1'), key('u2', 'w1')])
  })

  it('forgets at a sign-out, also where the server says that nobody is signed in', async () => {
    const storage = new Shelf()
    const server = new Server(issued)
    const made = client({ fetch: server.fetch, subject: 'u1', storage })
    await made.ready()
    await pass(1)
    expect(storage.kept.size).toBe(1)
    made.signOut()
    expect(storage.kept.size).toBe(0)
    await made.switchTo({ subject: 'u1' })
    await pass(1)
    expect(storage.kept.size).toBe(1)
    server.answer = () => new Response('', { status: 401 })
    await made.refresh()
    expect(storage.kept.size).toBe(0)
  })

  it('holds nothing of whoever signs out at the very moment of a load', async () => {
    const storage = new Shelf()
    const made = client({ fetch: new Server(issued).fetch, subject: 'u1', storage })
    made.gate.subscribe(({ state }) => {
      if (state === 'ready') made.signOut()
    })
    await pass(1)
    expect(made.status).toMatchObject({ state: 'empty', activity: 'signed-out' })
    expect(storage.kept.size).toBe(0)
  })

  it('holds nothing where it is not known who is signed in', async () => {
    const storage = new Shelf()
    await client({ fetch: new Server(issued).fetch, storage }).ready()
    await pass(1)
    expect(storage.kept.size).toBe(0)
  })

  const fails = () => {
    throw new Error('full, or private')
  }
  it.each<[string, TokenStorage | (() => TokenStorage)]>([
    ['that cannot be had', fails],
    ['that cannot be read', { getItem: fails, setItem: () => {}, removeItem: () => {} }],
    ['that is full', { getItem: () => null, setItem: fails, removeItem: fails }],
  ])('%s does no harm', async (_, storage) => {
    const made = client({ fetch: new Server(issued).fetch, subject: 'u1', storage })
    expect(await made.ready()).toMatchObject({ state: 'ready' })
    await pass(1)
    expect(made.status.error).toBeUndefined()
    made.signOut()
    expect(warn.mock.calls).toEqual([['rolegate: the storage has failed', expect.any(Error)]])
    expect(made.status).toMatchObject({ state: 'empty', activity: 'signed-out' })
  })
})

describe('a storage that answers with promises', () => {
  const later = (shelf: Shelf): TokenStorage => ({
    getItem: async key => shelf.getItem(key),
    setItem: async (key, value) => shelf.setItem(key, value),
    removeItem: async key => shelf.removeItem(key),
  })

  it('is one like any other', async () => {
    const shelf = new Shelf()
    const first = client({ fetch: new Server(issued).fetch, subject: 'u1', storage: later(shelf) })
    await first.ready()
    await pass(1)
    expect([...shelf.kept.keys()]).toEqual([key('u1')])

    const offline = new Server(() => new Error('offline'))
    const second = client({ fetch: offline.fetch, subject: 'u1', storage: later(shelf) })
    expect(await second.ready()).toMatchObject({ state: 'ready' })
    second.signOut()
    expect(shelf.kept.size).toBe(0)
  })

  const fails = () => Promise.reject(new Error('no database'))
  it.each<[string, TokenStorage]>([
    ['fails', { getItem: fails, setItem: fails, removeItem: fails }],
    ['cannot write', { getItem: async () => null, setItem: fails, removeItem: fails }],
  ])('and %s does no harm', async (_, storage) => {
    const made = client({ fetch: new Server(issued).fetch, subject: 'u1', storage })
    expect(await made.ready()).toMatchObject({ state: 'ready' })
    await pass(1)
    made.signOut()
    await pass(0)
    expect(warn.mock.calls).toEqual([['rolegate: the storage has failed', expect.any(Error)]])
    expect(made.status).toMatchObject({ state: 'empty', activity: 'signed-out' })
  })

  it('and never does is not waited for longer than for a server', async () => {
    const storage = { ...later(new Shelf()), getItem: () => new Promise<null>(() => {}) }
    const server = new Server(issued)
    const made = client({ fetch: server.fetch, subject: 'u1', storage })
    await pass(13)
    expect(made.status).toMatchObject({ state: 'ready', activity: 'idle', error: undefined })
  })
})

it('after a switch nothing that was kept or embedded for the former person is loaded', async () => {
  const shelf = new Shelf()
  shelf.setItem(key('u1'), await issued())
  const made = client({
    fetch: new Server(() => 'never').fetch,
    subject: 'u1',
    storage: shelf,
    token: await issued({ ...manager, seq: Date.now() + 1 }),
  })
  let told = 0
  made.gate.subscribe(({ state }) => {
    if (state === 'ready' || state === 'stale') told += 1
    if (told === 1) void made.switchTo({ subject: 'u2' })
  })
  await pass(1)
  expect(told).toBe(1)
  expect(made.status).toMatchObject({ state: 'empty', activity: 'refreshing' })
})

it('what is told to the app holds no token', async () => {
  const spy = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const token = await issued({ aud: 'other' })
  const made = client({ fetch: new Server(() => token).fetch, logger: console })
  const { error } = await made.ready()
  const [, payload] = token.split('.')
  expect(JSON.stringify([spy.mock.calls, error?.message, `${error?.stack}`])).not.toContain(payload)
  expect(spy).toHaveBeenCalledTimes(1)
})
