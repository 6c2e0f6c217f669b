// A server that changes its key while a page is open.

import { createGate, type KeySetFinder } from 'rolegate'
import { describe, expect, it, vi } from 'vitest'
import {
  Clock,
  digest,
  empty,
  keys,
  loaded,
  membership,
  nextKeys,
  options,
  sign,
  signWithNextKey,
} from '../helpers/gates.ts'
import { catalog } from '../helpers/help-desk.ts'

const manager = { memberships: [membership({ roles: ['manager'] })] }
const codeOf = (loading: Promise<void>): Promise<string> =>
  loading.then(
    () => 'loaded',
    ({ code }) => code,
  )

describe('a function that gets the keys', () => {
  it.each<[string, KeySetFinder]>([
    ['an object', () => keys],
    ['a text', () => JSON.stringify(keys)],
    ['a promise', async () => keys],
    ['a Response', () => Response.json(keys)],
  ])('may give %s', async (_, find) => {
    expect((await loaded(sign(), { keys: find })).can('chat-settings')).toBe(true)
  })

  it('is called as soon as the gate is made, once', async () => {
    const find = vi.fn(() => keys)
    const gate = empty({ keys: find })
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(1))
    await gate.load(await sign())
    await gate.load(await sign({ seq: 2 }))
    expect(find).toHaveBeenCalledTimes(1)
  })

  it('is called again after it has failed', async () => {
    const find = vi.fn<KeySetFinder>(() => Promise.reject(new Error('offline')))
    const gate = empty({ keys: find, lazy: true })
    expect(await codeOf(gate.load(await sign()))).toBe('ERR_FETCH_FAILED')
    find.mockReturnValue('<!doctype html>')
    expect(await codeOf(gate.load(await sign()))).toBe('ERR_KEYS_INVALID')
    find.mockReturnValue(keys)
    expect(await codeOf(gate.load(await sign()))).toBe('loaded')
  })
})

/** A gate that has loaded a snapshot of the first key, when the server has gone over to the next. */
async function changed(find: KeySetFinder = () => nextKeys) {
  const clock = new Clock()
  const finder = vi.fn<KeySetFinder>(() => keys)
  const gate = await loaded(sign(manager), { keys: finder, now: clock.now })
  clock.time += 60
  finder.mockClear()
  finder.mockImplementation(find)
  return { gate, finder, clock }
}

describe('a key that the set lacks', () => {
  it('is looked for, and the snapshot then replaces the former', async () => {
    const { gate, finder } = await changed()
    const told = vi.fn()
    gate.subscribe(told)
    await gate.load(await signWithNextKey({ seq: 2 }))
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
    expect(gate.seq).toBe(2)
    expect(told).toHaveBeenCalledTimes(1)
    await gate.load(await signWithNextKey({ seq: 3, ...manager }))
    expect(gate.can('reports.export')).toBe(true)
    expect(finder).toHaveBeenCalledTimes(1)
    expect(await codeOf(gate.load(await sign({ seq: 4 })))).toBe('ERR_KEY_UNKNOWN')
  })

  it('leaves the former snapshot in force meanwhile', async () => {
    let give = () => {}
    const { gate, finder } = await changed(
      () =>
        new Promise(resolve => {
          give = () => resolve(nextKeys)
        }),
    )
    const loading = gate.load(await signWithNextKey({ seq: 2 }))
    await vi.waitFor(() => expect(finder).toHaveBeenCalledTimes(1))
    expect(gate.can('reports.export')).toBe(true)
    give()
    await loading
    expect(gate.can('reports.export')).toBe(false)
  })

  it.each<[string, KeySetFinder, string]>([
    ['is not there', () => keys, 'ERR_KEY_UNKNOWN'],
    ['cannot be had', () => Promise.reject(new Error('offline')), 'ERR_FETCH_FAILED'],
    ['comes in no set', () => 'no set', 'ERR_KEYS_INVALID'],
    ['comes in nothing', () => undefined as never, 'ERR_KEYS_INVALID'],
  ])('and that %s changes nothing', async (_, find, code) => {
    const { gate, finder, clock } = await changed(find)
    expect(await codeOf(gate.load(await signWithNextKey({ seq: 2 })))).toBe(code)
    expect(gate.can('reports.export')).toBe(true)
    expect(await codeOf(gate.load(await sign({ seq: 3 })))).toBe('loaded')
    expect(gate.can('reports.export')).toBe(false)
    finder.mockImplementation(() => nextKeys)
    clock.time += 60
    expect(await codeOf(gate.load(await signWithNextKey({ seq: 4 })))).toBe('loaded')
  })

  it('is looked for once in ten seconds at most', async () => {
    const { gate, finder, clock } = await changed(() => keys)
    for (const seconds of [0, 5, 4, 1, 1]) {
      clock.time += seconds
      await codeOf(gate.load(await signWithNextKey({ seq: 2 })))
    }
    expect(finder).toHaveBeenCalledTimes(2)
  })

  it('is not looked for where there is no function', async () => {
    const gate = await loaded(sign(manager))
    expect(await codeOf(gate.load(await signWithNextKey({ seq: 2 })))).toBe('ERR_KEY_UNKNOWN')
    expect(gate.can('reports.export')).toBe(true)
  })

  it('is not waited for after `clear` and `dispose`', async () => {
    const { gate } = await changed(() => new Promise(() => {}))
    const loading = codeOf(gate.load(await signWithNextKey({ seq: 2 })))
    await new Promise(resolve => setTimeout(resolve))
    gate.clear()
    expect(await loading).toBe('ERR_ENGINE_UNAVAILABLE')
    gate.dispose()
  })
})

describe('a changed key lets nothing old come back:', () => {
  it('a lower `seq` is refused, and the former snapshot stays', async () => {
    const { gate } = await changed()
    await gate.load(await sign({ seq: 5, ...manager }))
    expect(await codeOf(gate.load(await signWithNextKey({ seq: 4 })))).toBe('ERR_SNAPSHOT_ROLLBACK')
    expect(gate.can('reports.export')).toBe(true)
    expect(gate.in('w1').can('reports.export')).toBe(true)
    expect(gate.seq).toBe(5)
    expect(await codeOf(gate.load(await signWithNextKey({ seq: 6 })))).toBe('loaded')
  })

  it('an expired or foreign one is refused, and the former snapshot stays', async () => {
    const { gate } = await changed()
    const wrong = [
      { seq: 2, exp: 1_700_000_000, iat: 1_699_999_000 },
      { seq: 2, aud: 'other' },
    ]
    for (const claims of wrong) {
      expect(await codeOf(gate.load(await signWithNextKey(claims)))).toMatch(/EXPIRED|CLAIM/)
      expect(gate.can('reports.export')).toBe(true)
    }
  })
})

it('key and catalog may change at once', async () => {
  const other = catalog.replaceAll('"Desk"', '"Office"')
  const clock = new Clock()
  const finder = vi.fn<KeySetFinder>(() => keys)
  const gate = createGate({
    ...options,
    keys: finder,
    catalog: [catalog, () => other],
    now: clock.now,
  })
  await gate.load(await sign(manager))
  clock.time += 60
  finder.mockImplementation(() => nextKeys)
  const named = { id: 'desk', sha256: await digest(other) }
  await gate.load(await signWithNextKey({ seq: 2, catalog: named }))
  expect(gate.can('chat-settings')).toBe(true)
  expect(gate.can('reports.export')).toBe(false)
})
