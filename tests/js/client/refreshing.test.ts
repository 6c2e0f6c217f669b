// When a client fetches: time, people and networks as they are.

import { describe, expect, it, vi } from 'vitest'
import { client, happen, issued, pass, Server, show, useQuietPage } from '../helpers/clients.ts'
import { noon } from '../helpers/gates.ts'

useQuietPage()

const seconds = (server: Server): number[] => server.requests.map(({ time }) => time / 1000 - noon)

describe('a client', () => {
  it('fetches at once, and is ready when the gate decides', async () => {
    const server = new Server(issued)
    const { gate, ready } = client({ fetch: server.fetch })
    expect(gate.decide('chat-settings').outcome).toBe('loading')
    expect(await ready()).toEqual({ state: 'ready', activity: 'refreshing', error: undefined })
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
    expect(server.requests.length).toBe(1)
  })

  it.each([
    [0, 240],
    [0.999999, 285],
  ])('fetches the next snapshot before `refresh_after`, chance being %d', async (chance, due) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    const server = new Server(issued)
    const { ready } = client({ fetch: server.fetch })
    await ready()
    await pass(due - 1)
    expect(seconds(server)).toEqual([0])
    await pass(1)
    expect(server.requests.length).toBe(2)
    await pass(due + 1)
    expect(server.requests.length).toBe(3)
  })

  it('does so in half of the lifetime where there is no `refresh_after`', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const server = new Server(() => issued({ refresh_after: undefined, exp: noon + 1000 }))
    await client({ fetch: server.fetch }).ready()
    await pass(399)
    expect(seconds(server)).toEqual([0])
    await pass(2)
    expect(seconds(server)).toEqual([0, 400])
  })

  it('decides by the former snapshot while the next one comes', async () => {
    const server = new Server(issued)
    const { gate, refresh, ready } = client({ fetch: server.fetch })
    await ready()
    server.answer = () => 'never'
    void refresh()
    await pass(5)
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('tries again, twice as late each time, and is well again after a success', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const server = new Server(() => new Response('', { status: 503 }))
    const { gate, status, ready } = client({ fetch: server.fetch })
    expect(status.activity).toBe('refreshing')
    const { state, error } = await ready()
    expect(state).toBe('empty')
    expect(error).toMatchObject({
      code: 'ERR_FETCH_FAILED',
      message: 'the server has answered with 503',
    })
    await pass(190)
    expect(seconds(server)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183])
    server.answer = issued
    await pass(60)
    expect(gate.state).toBe('ready')
  })

  it.each([
    ['seconds', '120', 120],
    ['a date', new Date((noon + 90) * 1000).toUTCString(), 90],
    ['too many seconds', '86400', 3600],
    ['nonsense', 'soon', 1],
  ])('leaves a server alone for as long as it asks for: %s', async (_, retryAfter, wait) => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const headers = { 'retry-after': retryAfter }
    const server = new Server(() => new Response('', { status: 429, headers }))
    await client({ fetch: server.fetch }).ready()
    await pass(wait - 0.5)
    expect(seconds(server)).toEqual([0])
    await pass(0.5)
    expect(seconds(server)).toEqual([0, wait])
  })

  it('leaves it alone also when somebody looks at the page', async () => {
    const headers = { 'retry-after': '120' }
    const server = new Server(() => new Response('', { status: 503, headers }))
    await client({ fetch: server.fetch }).ready()
    await pass(60)
    happen('focus')
    await pass(59)
    expect(seconds(server)).toEqual([0])
    await pass(2)
    expect(seconds(server)).toEqual([0, 120])
  })

  it('does not hurry a server that keeps an old token', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const token = await issued({ refresh_after: noon + 10 })
    const server = new Server(() => token)
    const made = client({ fetch: server.fetch })
    await pass(100)
    expect(made.status).toEqual({ state: 'stale', activity: 'idle', error: undefined })
    expect(made.gate.can('chat-settings')).toBe(true)
    expect(seconds(server)).toEqual([0, 9.5, 10.5, 12.5, 16.5, 24.5, 40.5, 72.5])
  })

  it('says what is old, and then nothing, where no server answers', async () => {
    const server = new Server(issued)
    const { gate, ready } = client({ fetch: server.fetch })
    await ready()
    const states: string[] = []
    gate.subscribe(({ state }) => void states.push(state))
    server.answer = () => new Error('offline')
    await pass(700)
    expect(states).toEqual(['stale', 'expired'])
    server.answer = issued
    await pass(60)
    expect(gate.state).toBe('ready')
  })

  it.each(['focus', 'pageshow', 'online'])(
    'fetches on `%s`, unless it has just tried',
    async type => {
      const server = new Server(issued)
      await client({ fetch: server.fetch }).ready()
      await pass(4)
      happen(type)
      await pass(10)
      expect(seconds(server)).toEqual([0])
      happen(type)
      happen(type)
      await pass(1)
      expect(seconds(server)).toEqual([0, 14])
    },
  )

  it('rests while nobody can see the page', async () => {
    const server = new Server(issued)
    const { gate, ready } = client({ fetch: server.fetch })
    await ready()
    show('hidden')
    await pass(7200)
    expect(seconds(server)).toEqual([0])
    expect(gate.state).toBe('expired')
    show('visible')
    await pass(0)
    expect(seconds(server)).toEqual([0, 7200])
    expect(gate.state).toBe('ready')
  })

  it('makes nothing of a page that is hidden and shown at once', async () => {
    const server = new Server(issued)
    await client({ fetch: server.fetch }).ready()
    show('hidden')
    show('visible')
    await pass(10)
    expect(seconds(server)).toEqual([0])
  })

  it('fetches as soon as a question finds that the snapshot has run out', async () => {
    const server = new Server(issued)
    const { gate, ready } = client({ fetch: server.fetch })
    await ready()
    await pass(10)
    vi.setSystemTime((noon + 3600) * 1000)
    expect(gate.can('chat-settings')).toBe(false)
    await pass(0)
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('finds out within a minute that the laptop has slept', async () => {
    const server = new Server(issued)
    const { gate, ready } = client({ fetch: server.fetch })
    await ready()
    await pass(10)
    // Timers stand still meanwhile.
    vi.setSystemTime((noon + 8 * 3600) * 1000)
    expect(gate.can('chat-settings')).toBe(false)
    await pass(60)
    expect(server.requests.length).toBe(2)
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('does not run wild with what is not a clock', async () => {
    const server = new Server(issued)
    const { gate, ready } = client({ fetch: server.fetch, now: () => Number.NaN })
    expect(await ready()).toMatchObject({ state: 'empty', error: { code: 'ERR_CLAIM_INVALID' } })
    await pass(600)
    expect(server.requests.length).toBeLessThan(12)
    expect(gate.can('chat-settings')).toBe(false)
  })

  it('stops for good when it is closed', async () => {
    const server = new Server(issued)
    const { gate, ready, close, refresh, switchTo, subscribe } = client({ fetch: server.fetch })
    await ready()
    const told: string[] = []
    subscribe(({ activity }) => void told.push(activity))
    close()
    close()
    expect(gate.can('chat-settings')).toBe(false)
    expect(told).toEqual(['closed'])
    happen('focus')
    expect(await refresh()).toMatchObject({ state: 'empty', activity: 'closed' })
    expect(await switchTo({ subject: 'u2' })).toMatchObject({ activity: 'closed' })
    expect(vi.getTimerCount()).toBe(0)
    await pass(7200)
    expect(seconds(server)).toEqual([0])
  })
})

describe('`ready`', () => {
  it.each([2 ** 31, Number.POSITIVE_INFINITY])('may wait for very long: %d', async timeout => {
    const server = new Server(async () => {
      await new Promise(resolve => setTimeout(resolve, 500))
      return issued()
    })
    const { ready } = client({ fetch: server.fetch, timeout })
    const waiting = ready({ timeout })
    await pass(1)
    expect(await waiting).toMatchObject({ state: 'ready' })
  })

  it('gives the status in time, whatever hangs', async () => {
    const server = new Server(() => 'never')
    const { ready } = client({ fetch: server.fetch })
    const waiting = ready({ timeout: 3000 })
    await pass(3)
    expect(await waiting).toEqual({ state: 'empty', activity: 'refreshing', error: undefined })
    const waitingLonger = ready()
    await pass(7)
    expect(await waitingLonger).toMatchObject({
      activity: 'idle',
      error: { code: 'ERR_FETCH_FAILED', message: 'nothing has come in time' },
    })
  })

  it('is there at once where the gate decides', async () => {
    const server = new Server(issued)
    const { ready, refresh } = client({ fetch: server.fetch })
    await ready()
    server.answer = () => 'never'
    void refresh()
    expect(await ready()).toMatchObject({ state: 'ready', activity: 'refreshing' })
  })
})

describe('`refresh`', () => {
  it('asks anew at once after `ready`, as its answer has come by then', async () => {
    const server = new Server(issued)
    const { ready, refresh, gate } = client({ fetch: server.fetch })
    await ready()
    const { seq } = gate
    server.answer = () => issued({ seq: Date.now() + 5 })
    expect(await refresh()).toMatchObject({ state: 'ready', activity: 'idle' })
    expect(server.requests.length).toBe(2)
    expect(gate.seq).toBe((seq ?? 0) + 5)
  })

  it('does so after a token that the page came with, too', async () => {
    const server = new Server(() => issued({ seq: Date.now() + 5 }))
    const { ready, refresh } = client({ fetch: server.fetch, token: await issued() })
    expect(await ready()).toMatchObject({ state: 'ready' })
    await refresh()
    expect(server.requests.length).toBe(1)
  })

  it('joins the request that is under way', async () => {
    const server = new Server(issued)
    const { ready, refresh } = client({ fetch: server.fetch })
    await Promise.all([refresh(), ready(), refresh()])
    await pass(1)
    expect(server.requests.length).toBe(1)
  })
})

describe('`invalidate`', () => {
  it('makes one request, however many call it', async () => {
    const server = new Server(issued)
    const { ready, invalidate, status } = client({ fetch: server.fetch })
    expect(status.activity).toBe('refreshing')
    await ready()
    await pass(1)
    const statuses = await Promise.all([invalidate(), invalidate(), invalidate()])
    expect(statuses[0]).toMatchObject({ state: 'ready', activity: 'idle' })
    expect(server.requests.length).toBe(2)
  })

  it('is not content with what was asked for before', async () => {
    const answers: ((token: string) => void)[] = []
    const server = new Server(() => new Promise<string>(resolve => answers.push(resolve)))
    const { gate, invalidate } = client({ fetch: server.fetch })
    await pass(1)
    const done = Promise.all([invalidate(), invalidate()])
    expect(answers.length).toBe(1)
    answers[0]?.(await issued())
    await pass(1)
    expect(gate.can('chat-settings')).toBe(true)
    expect(answers.length).toBe(2)
    answers[1]?.(await issued({ memberships: [] }))
    await done
    expect(gate.can('chat-settings')).toBe(false)
    expect(server.requests.length).toBe(2)
  })

  it('shows at once that it refreshes, and takes nothing out of force', async () => {
    const server = new Server(issued)
    const made = client({ fetch: server.fetch })
    await made.ready()
    await pass(1)
    void made.invalidate()
    expect(made.status).toMatchObject({ state: 'ready', activity: 'refreshing' })
    expect(made.gate.can('chat-settings')).toBe(true)
  })
})

it('`refresh` joins what is under way', async () => {
  const server = new Server(issued)
  const { refresh } = client({ fetch: server.fetch })
  await Promise.all([refresh(), refresh()])
  expect(server.requests.length).toBe(1)
})

describe('with the server’s date', () => {
  const day = 24 * 3600
  /** Answers with a fresh token and the true time, from which the device's clock is so far off. */
  const server = (offset: () => number) =>
    new Server(async () => {
      const time = Math.floor(Date.now() / 1000) - offset()
      const token = await issued({
        iat: time,
        exp: time + 600,
        refresh_after: time + 300,
        seq: time * 1000,
      })
      return new Response(token, { headers: { date: new Date(time * 1000).toUTCString() } })
    })

  it.each([day, -day, 47 * 3600, 400])('a clock that is %d s off works', async offset => {
    const { gate, ready } = client({ fetch: server(() => offset).fetch })
    await ready()
    expect(gate.can('chat-settings')).toBe(true)
    await pass(1000)
    expect(gate.state).toBe('ready')
  })

  it.each([49 * 3600, -49 * 3600])('a clock that is %d s off is not corrected', async offset => {
    const { gate, ready } = client({ fetch: server(() => offset).fetch })
    const { error } = await ready()
    expect(gate.can('chat-settings')).toBe(false)
    expect(error?.code).toMatch(/^ERR_(SNAPSHOT_EXPIRED|CLAIM_INVALID)$/)
  })

  it.each([day, -day])('a clock that is set %d s off meanwhile works again', async jump => {
    let offset = 0
    const { gate, ready, refresh } = client({ fetch: server(() => offset).fetch })
    await ready()
    await pass(10)
    offset = jump
    vi.setSystemTime(Date.now() + jump * 1000)
    expect(gate.can('chat-settings')).toBe(false)
    await refresh()
    expect(gate.can('chat-settings')).toBe(true)
    await pass(1000)
    expect(gate.state).toBe('ready')
  })

  it('a clock that was a day ahead keeps no look at the page from fetching', async () => {
    const dated = server(() => day)
    await client({ fetch: dated.fetch }).ready()
    await pass(10)
    happen('focus')
    await pass(0)
    expect(dated.requests.length).toBe(2)
  })

  it('a right clock stays as it is, however long the answer took', async () => {
    const late = new Server(async () => {
      const date = new Date(noon * 1000 + 2000).toUTCString()
      vi.setSystemTime((noon + 8) * 1000)
      return new Response(await issued(), { headers: { date } })
    })
    const { gate, ready } = client({ fetch: late.fetch })
    await ready()
    // Eight seconds were under way, so two of them say nothing against the clock.
    vi.setSystemTime((noon + 8 + 652) * 1000)
    expect(gate.state).toBe('stale')
    vi.setSystemTime((noon + 8 + 661) * 1000)
    expect(gate.state).toBe('expired')
  })

  it('the time in a cache counts', async () => {
    const cached = new Server(async () => {
      const headers = { date: new Date((noon - 500) * 1000).toUTCString(), age: '500' }
      return new Response(await issued(), { headers })
    })
    const { gate, ready } = client({ fetch: cached.fetch })
    await ready()
    vi.setSystemTime((noon + 661) * 1000)
    expect(gate.state).toBe('expired')
  })
})
