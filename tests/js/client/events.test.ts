// Server-sent events, which tell of changes as they happen.

import { serverEvents } from 'rolegate/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { client, issued, pass, Server, show, useQuietPage, warn } from '../helpers/clients.ts'

useQuietPage()
beforeEach(() => warn.mockClear())

const type = { 'content-type': 'text/event-stream; charset=utf-8' }

/** A server of tokens and of events, with the connections that it has now. */
class EventServer extends Server {
  readonly connections = new Set<ReadableStreamDefaultController<Uint8Array>>()
  opened = 0
  accepts: () => Response | undefined = () => undefined

  override readonly fetch: Server['fetch'] = async (address, options) => {
    if (address !== '/events') return this.tokens(address, options)
    expect(options.headers).toEqual({ accept: 'text/event-stream' })
    this.opened += 1
    const refusal = this.accepts()
    if (refusal !== undefined) return refusal
    let connection: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        connection = controller
        this.connections.add(controller)
      },
    })
    options.signal.addEventListener('abort', () => {
      if (connection === undefined) return
      this.connections.delete(connection)
      connection.error(new Error('aborted'))
    })
    return new Response(body, { headers: type })
  }

  async tokens(...request: Parameters<Server['fetch']>): Promise<Response> {
    this.requests.push({ address: request[0], options: request[1], time: Date.now() })
    const answer = await this.answer()
    return typeof answer === 'string' ? new Response(answer) : (answer as Response)
  }

  async send(...pieces: string[]): Promise<void> {
    for (const piece of pieces) {
      for (const connection of this.connections) connection.enqueue(new TextEncoder().encode(piece))
      await pass(0)
    }
  }
}

async function connected() {
  const server = new EventServer(issued)
  const made = client({ fetch: server.fetch, events: serverEvents('/events') })
  await made.ready()
  await pass(0.5)
  server.requests.length = 0
  return { server, made }
}

describe('an event', () => {
  it.each<[string, string[]]>([
    ['as it is', ['event: refresh\ndata: \n\n']],
    ['without blanks, before other fields', ['event:refresh\ndata\nid: 7\n\n']],
    ['with carriage returns', ['event: refresh\rdata: x\r\r', '\n']],
    ['with both line ends', ['event: refresh\r\ndata: x\r\n\r\n']],
    ['in pieces', ['ev', 'ent: refr', 'esh\r', '\nda', 'ta: 1\r\n\r', '\n']],
    [
      'after comments and other events',
      [': hi\n\nevent: other\ndata: 1\n\ndata: 2\n\nevent: refresh\ndata: 3\n\n'],
    ],
  ])('makes the client fetch: %s', async (_, pieces) => {
    const { server } = await connected()
    await server.send(...pieces)
    expect(server.requests.length).toBe(1)
  })

  it.each<[string, string[]]>([
    ['that is not over', ['event: refresh\ndata: 1\n']],
    ['without data', ['event: refresh\n\n']],
    [
      'of another name',
      ['event: refreshed\ndata: 1\n\n', 'data: refresh\n\n', ': event: refresh\n\n'],
    ],
  ])('%s does not', async (_, pieces) => {
    const { server } = await connected()
    await server.send(...pieces)
    expect(server.requests.length).toBe(0)
  })

  it('takes a right away promptly', async () => {
    const { server, made } = await connected()
    expect(made.gate.can('chat-settings')).toBe(true)
    server.answer = () => issued({ memberships: [] })
    await server.send('event: refresh\ndata:\n\n')
    expect(made.gate.can('chat-settings')).toBe(false)
  })

  it('signs out', async () => {
    const { server, made } = await connected()
    await server.send('event: sign-out\ndata:\n\n')
    expect(made.status).toMatchObject({ state: 'empty', activity: 'signed-out' })
    await pass(600)
    expect(server.connections.size).toBe(0)
    expect(server.opened).toBe(1)
  })

  it('without end ends the connection', async () => {
    const { server } = await connected()
    await server.send('data: '.padEnd(5000, 'x'))
    expect(warn).toHaveBeenCalledTimes(1)
    await pass(2)
    expect(server.opened).toBe(2)
  })
})

describe('a connection', () => {
  it('that breaks off is made again, and what was missed is fetched', async () => {
    const { server } = await connected()
    for (const connection of server.connections) connection.close()
    server.connections.clear()
    await pass(2)
    expect(server.opened).toBe(2)
    expect(server.requests.length).toBe(1)
  })

  it('that has stood for some seconds is made again as soon as the first time', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { server } = await connected()
    for (let time = 1; time < 4; time += 1) {
      await server.send(': here\n\n')
      await pass(5)
      for (const connection of server.connections) connection.close()
      server.connections.clear()
      await pass(1)
      expect(server.opened).toBe(1 + time)
    }
  })

  it('that is silent for a minute is made again; comments keep it', async () => {
    const { server } = await connected()
    for (let time = 0; time < 4; time += 1) {
      await pass(30)
      await server.send(': still here\n\n')
    }
    expect(server.opened).toBe(1)
    await pass(63)
    expect(server.opened).toBe(2)
    expect(server.connections.size).toBe(1)
  })

  it.each([
    ['an error', () => new Response('', { status: 503, headers: type })],
    ['a page', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ])('that is answered with %s is tried ever more rarely, and told once', async (_, accepts) => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const server = new EventServer(issued)
    server.accepts = accepts
    const made = client({ fetch: server.fetch, events: serverEvents('/events') })
    await pass(32)
    expect(server.opened).toBe(6)
    expect(made.gate.can('chat-settings')).toBe(true)
    expect(warn).toHaveBeenCalledTimes(1)
    server.accepts = () => undefined
    await pass(32)
    expect(server.connections.size).toBe(1)
  })

  it('that breaks off as soon as it stands is tried ever more rarely, and told once', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const server = new EventServer(issued)
    server.accepts = () => {
      const pieces = [new TextEncoder().encode(': here\n\n')]
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        const piece = pieces.pop()
        if (piece) controller.enqueue(piece)
        else controller.error(new Error('the source of events has failed'))
      }
      return new Response(new ReadableStream({ pull }), { headers: type })
    }
    client({ fetch: server.fetch, events: serverEvents('/events') })
    await pass(32)
    expect(server.opened).toBe(6)
    expect(server.requests.length).toBeLessThanOrEqual(6)
    expect(warn).toHaveBeenCalledTimes(1)
  })

  it('is given up while nobody can see the page', async () => {
    const { server } = await connected()
    show('hidden')
    await pass(60)
    expect(server.connections.size).toBe(0)
    show('visible')
    await pass(1)
    expect(server.connections.size).toBe(1)
  })

  it('is another one for another person, and none after `close`', async () => {
    const { server, made } = await connected()
    await made.switchTo({ subject: 'u1' })
    await pass(0.5)
    expect(server.opened).toBe(2)
    expect(server.connections.size).toBe(1)
    made.close()
    await pass(600)
    expect(server.connections.size).toBe(0)
    expect(server.opened).toBe(2)
  })
})
