// What other scripts of a page have replaced after the package was loaded.

import { describe, expect, it, vi } from 'vitest'
import { empty, loaded, sign } from '../helpers/gates.ts'

describe('a gate', () => {
  it('hands nothing of itself to a `then` on `Object.prototype`', async () => {
    const token = await sign()
    const gate = await loaded(token)
    const given: unknown[] = []
    Object.defineProperty(Object.prototype, 'then', {
      configurable: true,
      value(resolve: (value: unknown) => void) {
        given.push(this)
        resolve(undefined)
      },
    })
    try {
      await gate.load(token)
    } finally {
      delete (Object.prototype as { then?: unknown }).then
    }
    expect(given).toEqual([])
    expect(gate.can('chat-settings')).toBe(true)
  })

  const lies: [name: string, lie: () => unknown][] = [
    ['Date', () => vi.spyOn(Date, 'now').mockReturnValue(0)],
    ['queueMicrotask', () => vi.stubGlobal('queueMicrotask', () => {})],
    ['JSON.parse', () => vi.spyOn(JSON, 'parse').mockReturnValue({ roles: ['manager'] })],
    ['TextEncoder', () => vi.stubGlobal('TextEncoder', undefined)],
    ['TextDecoder', () => vi.stubGlobal('TextDecoder', undefined)],
    ['fetch', () => vi.stubGlobal('fetch', () => new Response('{}'))],
    ['Promise', () => vi.stubGlobal('Promise', undefined)],
  ]
  it.each(lies)('needs no %s that the page has replaced since', async (_, lie) => {
    const [token, newer] = [await sign(), await sign({ seq: 2 })]
    const gate = empty()
    const timed = empty({ now: undefined })
    let refusal: unknown
    try {
      lie()
      await gate.load(token)
      await gate.load(newer)
      refusal = await timed.load(token).catch((error: unknown) => error)
    } finally {
      vi.unstubAllGlobals()
      vi.restoreAllMocks()
    }
    expect(refusal).toMatchObject({ code: 'ERR_SNAPSHOT_EXPIRED' })
    expect(gate.seq).toBe(2)
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
  })
})
