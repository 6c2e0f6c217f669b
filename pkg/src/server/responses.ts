import { utf8 } from './signing.ts'
import type { WebResponse } from './types.ts'

/** Milliseconds between comments, which keep a connection from being taken for dead. */
const PULSE = 25_000

/** An answer to a request for a token, which no cache may keep, least of all for somebody else. */
export function tokenResponse(status: number, token?: string, etag?: string): WebResponse {
  return new Response(token ?? null, {
    status,
    headers: {
      'cache-control': 'private, no-store',
      vary: 'authorization, cookie',
      'x-content-type-options': 'nosniff',
      ...(token !== undefined && { 'content-type': 'application/jwt' }),
      ...(etag !== undefined && { etag }),
    },
  })
}

/**
 * The answer to a page's request for events (`serverEvents` of `rolegate/client`), which lasts as long as
 * `changes` and the page. For every item the page fetches its snapshot anew; the item `'sign-out'` signs
 * it out. Nothing of an item is sent, so give each page the changes of its own person alone.
 *
 * ```ts
 * import { on } from 'node:events'
 * const changes = (id: string, signal: AbortSignal) => on(bus, id, { signal })
 * export const GET = (request: Request) => eventsResponse(changes(personOf(request), request.signal))
 * ```
 *
 * @throws TypeError for anything but an async iterable
 */
export function eventsResponse(changes: AsyncIterable<unknown>): WebResponse {
  if (typeof changes?.[Symbol.asyncIterator] !== 'function') {
    throw new TypeError('`eventsResponse` takes an async iterable, as `on` of `node:events` gives')
  }
  const iterator = changes[Symbol.asyncIterator]()
  let pulse: ReturnType<typeof setInterval> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(utf8(': here\n\n'))
      pulse = setInterval(() => {
        // Whoever does not read is sent nothing more.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(utf8(': still here\n\n'))
      }, PULSE)
    },
    async pull(controller) {
      try {
        const { done, value } = await iterator.next()
        if (!done) {
          const event = value === 'sign-out' ? 'sign-out' : 'refresh'
          return controller.enqueue(utf8(`event: ${event}\ndata:\n\n`))
        }
        controller.close()
      } catch (error) {
        // An emitter's event `error` may carry nothing, which servers that log errors do not expect.
        controller.error(error ?? new Error('the changes have ended with an error'))
      }
      clearInterval(pulse)
    },
    async cancel() {
      clearInterval(pulse)
      await iterator.return?.()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
      // For proxies that would collect the answer first.
      'x-accel-buffering': 'no',
    },
  })
}
