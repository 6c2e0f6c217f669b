// Servers that are slow, dead or lying, over real connections.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, type ClientOptions, createClient, serverEvents } from 'rolegate/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { keys, nextKeys, noon, options, sign, signWithNextKey } from '../helpers/gates.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

const running: (() => void)[] = []
afterEach(() => {
  for (const end of running.splice(0)) end()
})

/** A server on loopback that answers as it is told. */
class RealServer {
  address = ''
  handler: Handler
  requests = 0
  #server = createServer((request, response) => {
    this.requests += 1
    void this.handler(request, response)
  })

  constructor(handler: Handler) {
    this.handler = handler
    running.push(() => this.stop())
  }

  async start(): Promise<this> {
    const port = this.address === '' ? 0 : Number(new URL(this.address).port)
    await new Promise<void>(resolve => this.#server.listen(port, '127.0.0.1', resolve))
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
    return this
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

let seq = 0

/** Answers with a fresh token, and ends its line as a served file does. */
const good: Handler = async (_, response) => {
  seq += 1
  response.setHeader('date', new Date(noon * 1000).toUTCString())
  response.end(`${await sign({ seq })}\n`)
}

function client(changes: Partial<ClientOptions>): Client {
  const made = createClient({
    ...(options as ClientOptions),
    // Time goes on, from noon.
    now: () => noon * 1000 + performance.now(),
    tabs: false,
    logger: { warn: vi.fn() },
    ...changes,
  })
  running.push(() => made.close())
  return made
}

describe('a server that is', () => {
  const faults: [what: string, handler: Handler, message: RegExp][] = [
    ['slow to begin', () => {}, /in time/],
    ['slow to end', (_, response) => void response.write('eyJ'), /in time/],
    ['breaking off', (_, response) => void response.destroy(), /request has failed/],
    [
      'breaking off in the midst',
      async (_, response) => {
        const token = await sign({ seq: 2 })
        response.writeHead(200, { 'content-length': token.length })
        response.write(token.slice(0, 100), () => response.destroy())
      },
      /request has failed/,
    ],
    [
      'lying about the length',
      async (_, response) => {
        const token = await sign({ seq: 2 })
        response.writeHead(200, { 'content-length': 100 })
        response.end(token.slice(0, 100))
      },
      /no token/,
    ],
    [
      'endless',
      (_, response) => {
        const more = () => {
          while (response.write('a'.repeat(65536)));
          response.once('drain', more)
        }
        more()
      },
      /longer than/,
    ],
    [
      'sending people to sign in',
      (request, response) => {
        if (request.url === '/') response.writeHead(302, { location: '/login' }).end()
        else response.setHeader('content-type', 'text/html').end('<h1>Sign in</h1>')
      },
      /no token/,
    ],
    [
      'calling unchanged what it has not sent',
      (_, response) => void response.writeHead(304).end(),
      /304/,
    ],
  ]

  it.each(faults)('%s fails, and the former snapshot stays', async (_, handler, message) => {
    const server = await new RealServer(good).start()
    const made = client({ url: server.address, timeout: 500 })
    expect(await made.refresh()).toMatchObject({ state: 'ready', error: undefined })
    server.handler = handler
    const { state, error } = await made.refresh()
    expect([state, error?.code]).toEqual(['ready', 'ERR_FETCH_FAILED'])
    expect(error?.message).toMatch(message)
    expect(made.gate.can('chat-settings')).toBe(true)
    server.handler = good
    expect(await made.refresh()).toMatchObject({ state: 'ready', error: undefined })
  })

  it('dead is told, and found again', async () => {
    const server = await new RealServer(good).start()
    const made = client({ url: server.address })
    await made.refresh()
    server.stop()
    expect(await made.refresh()).toMatchObject({
      state: 'ready',
      error: { code: 'ERR_FETCH_FAILED' },
    })
    await vi.waitFor(() => server.start())
    await vi.waitFor(() => expect(made.status.error).toBeUndefined(), { timeout: 20_000 })
  })

  it('never there leaves the gate undecided', async () => {
    const server = await new RealServer(good).start()
    server.stop()
    const made = client({ url: server.address })
    expect(await made.ready()).toMatchObject({
      state: 'empty',
      error: { code: 'ERR_FETCH_FAILED' },
    })
    expect(made.gate.decide('chat-settings')).toMatchObject({ allowed: false, outcome: 'loading' })
  })

  it('repeating old tokens changes nothing', async () => {
    const old = await sign({ seq: 1, memberships: [] })
    seq = 10
    const server = await new RealServer(good).start()
    const made = client({ url: server.address })
    await made.refresh()
    server.handler = (_, response) => void response.end(old)
    expect(await made.refresh()).toMatchObject({ error: { code: 'ERR_SNAPSHOT_ROLLBACK' } })
    expect(made.gate.can('chat-settings')).toBe(true)
  })

  it('restarted with new keys is followed', async () => {
    let key = { keys, sign }
    const server = await new RealServer(async (request, response) => {
      seq += 1
      if (request.url === '/jwks.json') response.end(JSON.stringify(key.keys))
      else response.end(await key.sign({ seq }))
    }).start()
    let later = 0
    const made = client({
      url: server.address,
      keys: () => fetch(`${server.address}jwks.json`),
      now: () => noon * 1000 + later,
    })
    expect(await made.refresh()).toMatchObject({ state: 'ready' })
    key = { keys: nextKeys, sign: signWithNextKey }
    expect(await made.refresh()).toMatchObject({
      state: 'ready',
      error: { code: 'ERR_KEY_UNKNOWN' },
    })
    // Key sets are not asked for more often than once in ten seconds.
    later = 10_000
    expect(await made.refresh()).toMatchObject({ state: 'ready', error: undefined })
  })

  it('keeping tokens by their ETag is not asked for the whole again', async () => {
    const token = await sign({ seq: 100 })
    const server = await new RealServer((request, response) => {
      if (request.headers['if-none-match'] === '"100"') return response.writeHead(304).end()
      return response.setHeader('etag', '"100"').end(token)
    }).start()
    const made = client({ url: server.address })
    await made.refresh()
    const { version } = made.gate
    expect(await made.refresh()).toMatchObject({ state: 'ready', error: undefined })
    expect(server.requests).toBe(2)
    expect(made.gate.version).toBe(version)
  })
})

it('server-sent events come over a real connection', async () => {
  const server = await new RealServer((request, response) => {
    if (request.url !== '/events') return good(request, response)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.write('event: refresh\ndata: \n\n')
  }).start()
  const made = client({ url: server.address, events: serverEvents(`${server.address}events`) })
  await made.ready()
  await vi.waitFor(() => expect(server.requests).toBeGreaterThan(2))
})

it('a process ends although a client waits in it', async () => {
  const { execFileSync } = await import('node:child_process')
  const program = `
    import { createClient } from 'rolegate/client'
    const client = createClient({
      fetchToken: () => null, keys: { keys: [] }, issuer: 'i', audience: 'a', catalog: '{}',
    })
    console.log((await client.ready()).activity)`
  const args = ['--input-type=module', '--eval', program]
  const settings = {
    encoding: 'utf8',
    timeout: 20_000,
    cwd: new URL('../../..', import.meta.url),
  } as const
  expect(execFileSync(process.execPath, args, settings)).toBe('signed-out\n')
})
