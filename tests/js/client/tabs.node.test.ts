// Tabs of one browser, told apart by their clients; `tabs.browser.test.ts` has real ones.

import { type Client, type ClientOptions, createClient, serverEvents } from 'rolegate/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Server } from '../helpers/clients.ts'
import { membership, options, sign } from '../helpers/gates.ts'

/** The locks of a browser, as far as they are used: one holder at a time, the others in their order. */
class Locks {
  readonly #last = new Map<string, Promise<unknown>>()
  async request(name: string, { signal }: { signal: AbortSignal }, work: () => unknown) {
    const before = this.#last.get(name) ?? Promise.resolve()
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')))
    })
    aborted.catch(() => {})
    const turn = Promise.race([before.catch(() => {}), aborted]).then(work)
    this.#last.set(name, Promise.allSettled([before, turn]))
    return turn
  }
}

const tabs: Client[] = []
beforeEach(() => vi.stubGlobal('navigator', { locks: new Locks() }))
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close()
  vi.unstubAllGlobals()
})

function tab(server: Server, changes: Partial<ClientOptions> = { subject: 'u1' }): Client {
  const made = createClient({
    ...(options as ClientOptions),
    url: '/token',
    fetch: server.fetch,
    logger: { warn: vi.fn() },
    ...changes,
  })
  tabs.push(made)
  return made
}

let seq = 0
const next = (changes = {}) => {
  seq += 1
  return sign({ seq, ...changes })
}
const manager = { memberships: [membership({ roles: ['manager'] })] }
const nobody = { state: 'empty', activity: 'signed-out' }

describe('tabs', () => {
  it('that open at once make one request', async () => {
    const server = new Server(next)
    const all = [tab(server), tab(server), tab(server)]
    for (const { ready } of all) expect(await ready()).toMatchObject({ state: 'ready' })
    await vi.waitFor(() => {
      for (const { status } of all) expect(status.activity).toBe('idle')
    })
    expect(server.requests.length).toBe(1)
    expect(new Set(all.map(({ gate }) => gate.seq)).size).toBe(1)
  })

  it('wait for one another, except where that is not enough', async () => {
    let answer: (token: string) => void = () => {}
    const server = new Server(
      () =>
        new Promise<string>(resolve => {
          answer = resolve
        }),
    )
    const one = tab(server)
    await vi.waitFor(() => expect(server.requests.length).toBe(1))
    const [waiting, urgent] = [tab(server), tab(server)]
    await new Promise(resolve => setTimeout(resolve, 20))
    void urgent.invalidate()
    answer(await next())
    server.answer = () => next(manager)
    await vi.waitFor(() => expect(urgent.gate.can('reports.export')).toBe(true))
    await vi.waitFor(() => expect(waiting.gate.can('reports.export')).toBe(true))
    expect(one.status.error).toBeUndefined()
    expect(server.requests.length).toBe(2)
  })

  it('ask anew where that is wanted of one that has seen what another fetched', async () => {
    const server = new Server(next)
    const [one, other] = [tab(server), tab(server)]
    await one.ready()
    await other.ready()
    expect(server.requests.length).toBe(1)
    server.answer = () => next(manager)
    await other.refresh()
    expect(server.requests.length).toBe(2)
    expect(other.gate.can('reports.export')).toBe(true)
  })

  it('wait for a token that is still being checked', async () => {
    const server = new Server(next)
    const { catalog } = options
    const slow = () =>
      new Promise<typeof catalog>(resolve => setTimeout(() => resolve(catalog), 400))
    const [one, other] = [tab(server), tab(server, { subject: 'u1', catalog: slow as never })]
    await Promise.all([one.ready(), other.ready()])
    await vi.waitFor(() => expect(other.status.activity).toBe('idle'))
    expect(other.gate.can('chat-settings')).toBe(true)
    expect(server.requests.length).toBe(1)
  })

  it('use what another has kept, however long its check takes', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    }
    const server = new Server(next)
    const { catalog } = options
    const slow = () =>
      new Promise<typeof catalog>(resolve => setTimeout(() => resolve(catalog), 400))
    const one = tab(server, { subject: 'u1', storage })
    const other = tab(server, { subject: 'u1', storage, catalog: slow as never })
    await Promise.all([one.ready(), other.ready()])
    await vi.waitFor(() => expect(other.status.activity).toBe('idle'))
    expect(other.gate.can('chat-settings')).toBe(true)
    expect(server.requests.length).toBe(1)
  })

  it('all see what one has fetched', async () => {
    const server = new Server(next)
    const [one, other] = [tab(server), tab(server)]
    await Promise.all([one.ready(), other.ready()])
    server.answer = () => next(manager)
    await one.invalidate()
    await vi.waitFor(() => expect(other.gate.can('reports.export')).toBe(true))
    expect(server.requests.length).toBe(2)
  })

  it('all follow a switch and a sign-out', async () => {
    const server = new Server(next)
    const [one, other] = [tab(server), tab(server)]
    await Promise.all([one.ready(), other.ready()])
    server.answer = () => next({ sub: 'u2', ...manager })
    await one.switchTo({ subject: 'u2' })
    await vi.waitFor(() => expect(other.gate.can('reports.export')).toBe(true))
    expect(server.requests.length).toBe(2)
    one.signOut()
    await vi.waitFor(() => expect(other.status).toMatchObject(nobody))
  })

  it('drop what is late for the former person', async () => {
    const late = await sign({ seq: 10 ** 6, ...manager })
    const server = new Server(next)
    const one = tab(server)
    await one.ready()
    const channel = new BroadcastChannel(
      `rolegate:${JSON.stringify([options.issuer, options.audience])}`,
    )
    const token = { kind: 'token', identity: { subject: 'u1' }, token: late }
    for (const identity of [{ subject: 'u2' }, { subject: 'u1', workspace: 'w2' }, {}, null]) {
      channel.postMessage({ ...token, identity })
    }
    channel.postMessage({ ...token, token: 'none' })
    channel.postMessage({ kind: 'of another version' })
    const switched = one.switchTo({ subject: 'u2' })
    server.answer = () => next({ sub: 'u2' })
    channel.postMessage(token)
    await switched
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(one.gate.can('reports.export')).toBe(false)
    expect(one.status).toMatchObject({ state: 'ready', activity: 'idle' })
    channel.close()
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'become'],
    ['a number', 7],
    ['an empty object', {}],
    ['another kind', { kind: 'toString' }],
    ['a sign-out without its member', { kind: 'become' }],
    ['an identity that is none', { kind: 'become', identity: { subject: 5 } }],
    ['an identity of another version', { kind: 'become', identity: { subject: 'u2', realm: 'r' } }],
    ['an identity that is null', { kind: 'become', identity: null }],
    ['a list', { kind: 'become', identity: ['u2'] }],
    ['more than was agreed', { kind: 'become', identity: { subject: 'u2' }, token: '' }],
    ['a token that is no text', { kind: 'token', identity: { subject: 'u1' }, token: 5 }],
    ['a request with more', { kind: 'ask', identity: undefined }],
  ])('that are foreign are not listened to: %s', async (_, message) => {
    const failures: unknown[] = []
    const fail = (error: unknown) => failures.push(error)
    process.on('uncaughtException', fail)
    const server = new Server(next)
    const one = tab(server)
    await one.ready()
    await vi.waitFor(() => expect(one.status.activity).toBe('idle'))
    const channel = new BroadcastChannel(
      `rolegate:${JSON.stringify([options.issuer, options.audience])}`,
    )
    channel.postMessage(message)
    await new Promise(resolve => setTimeout(resolve, 50))
    channel.close()
    process.off('uncaughtException', fail)
    expect(failures).toEqual([])
    expect(one.status).toMatchObject({ state: 'ready', activity: 'idle', error: undefined })
    expect(server.requests.length).toBe(1)
  })

  it('that do not know the person share what is about the same', async () => {
    const server = new Server(next)
    const [one, other] = [tab(server, {}), tab(server, {})]
    await Promise.all([one.ready(), other.ready()])
    expect(server.requests.length).toBe(2)
    server.answer = () => next(manager)
    await one.invalidate()
    await vi.waitFor(() => expect(other.gate.can('reports.export')).toBe(true))
    server.answer = () => next({ sub: 'u2' })
    await one.invalidate()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(other.gate.can('reports.export')).toBe(true)
  })

  it('ask for themselves once the server knows nobody', async () => {
    const server = new Server(next)
    const [one, other] = [tab(server), tab(server)]
    await Promise.all([one.ready(), other.ready()])
    server.answer = () => new Response('', { status: 401 })
    await one.refresh()
    await vi.waitFor(() => expect(other.status).toMatchObject(nobody))
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(server.requests.length).toBe(3)
  })

  it('that share nothing hear nothing', async () => {
    const server = new Server(next)
    const [one, other] = [tab(server, { tabs: false }), tab(server, { tabs: false })]
    await Promise.all([one.ready(), other.ready()])
    one.signOut()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(other.status.state).toBe('ready')
    expect(server.requests.length).toBe(2)
  })
})

it('tabs in different workspaces each hear the events of their own', async () => {
  const heard: string[] = []
  const server = new Server(next)
  const fetch: Server['fetch'] = async (address, init) => {
    if (!address.startsWith('/events')) return server.fetch(address, init)
    heard.push(address)
    return new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })
  }
  for (const workspace of ['w1', 'w2', 'w2']) {
    tab(server, { subject: 'u1', workspace, fetch, events: serverEvents(`/events/${workspace}`) })
  }
  await vi.waitFor(() => expect(heard).toEqual(['/events/w1', '/events/w2']))
})

it('a tab that is closed says nothing any more', async () => {
  const server = new Server(next)
  const [one, other] = [tab(server), tab(server)]
  await Promise.all([one.ready(), other.ready()])
  one.close()
  one.signOut()
  expect(await one.switchTo({ subject: 'u2' })).toMatchObject({ activity: 'closed' })
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(other.status.state).toBe('ready')
})

describe('locks', () => {
  it.each<[string, unknown]>([
    ['that nobody has', undefined],
    ['that are refused', { request: () => Promise.reject(new Error('insecure')) }],
    ['that hold no turn', { request: (_: string, __: object, work: () => unknown) => work() }],
  ])('%s are gone without', async (_, locks) => {
    vi.stubGlobal('navigator', { locks })
    expect(await tab(new Server(next)).ready()).toMatchObject({ state: 'ready' })
  })

  it('that are never given back are not waited for', async () => {
    const locks = {
      request: (_: string, { signal }: { signal: AbortSignal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error()))),
    }
    vi.stubGlobal('navigator', { locks })
    vi.useFakeTimers()
    try {
      const token = await sign({ seq: 10 ** 7 })
      const made = tab(new Server(() => token))
      const ready = made.ready()
      await vi.advanceTimersByTimeAsync(5000)
      vi.useRealTimers()
      expect(await ready).toMatchObject({ state: 'ready' })
    } finally {
      vi.useRealTimers()
    }
  })
})
