// Key sets and catalogs that arrive after the gate was made: as promises, as `Response`s, or both.

import { type CatalogFinder, type Gate, GateError, type GateOptions } from 'rolegate'
import { describe, expect, it, vi } from 'vitest'
import { empty, keys, nextTurn, sign } from '../helpers/gates.ts'
import { catalog } from '../helpers/help-desk.ts'

type Sources = Partial<Pick<GateOptions<never>, 'keys' | 'catalog'>>

const keySet = JSON.stringify(keys)
const bytes = new TextEncoder().encode(catalog)
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'loaded',
    (error: { code: string }) => error.code,
  )
const never = new Promise<never>(() => {})

async function expectToDecide(gate: Gate): Promise<void> {
  await gate.load(await sign())
  expect(gate.can('chat-settings')).toBe(true)
  expect(gate.can('reports.export')).toBe(false)
}

const late: [what: string, sources: () => Sources][] = [
  [
    'promises for texts',
    () => ({ keys: Promise.resolve(keySet), catalog: Promise.resolve(catalog) }),
  ],
  [
    'promises for objects and bytes',
    () => ({ keys: Promise.resolve(keys), catalog: Promise.resolve(bytes) }),
  ],
  ['responses', () => ({ keys: new Response(keySet), catalog: new Response(catalog) })],
  [
    'promises for responses',
    () => ({
      keys: Promise.resolve(new Response(keySet)),
      catalog: Promise.resolve(new Response(bytes)),
    }),
  ],
  [
    'a catalog among several',
    () => ({ catalog: [`${catalog} `, Promise.resolve(new Response(catalog))] }),
  ],
  [
    'a catalog beside a function',
    () => ({ catalog: [Promise.resolve(`${catalog} `), () => catalog] }),
  ],
  [
    'a response that a function finds',
    () => ({ catalog: [Promise.resolve(`${catalog} `), async () => new Response(catalog)] }),
  ],
  [
    'a promise of a library of its own',
    () => ({
      // biome-ignore lint/suspicious/noThenProperty: it is one
      keys: { then: (take: (text: string) => void) => take(keySet) } as PromiseLike<string>,
    }),
  ],
]

describe.each([false, true])('a gate that is lazy: %j', lazy => {
  it.each(late)('takes %s', async (_, sources) => {
    await expectToDecide(empty({ ...sources(), lazy } as never))
  })
})

const lost = new Error('the network')
const page = () => new Response('<!doctype html>', { status: 404 })
const failures: [code: string, sources: () => object, message: RegExp][] = [
  [
    'ERR_FETCH_FAILED',
    () => ({ keys: Promise.reject(lost) }),
    /^the key set could not be fetched$/,
  ],
  ['ERR_FETCH_FAILED', () => ({ catalog: Promise.reject(lost) }), /^the catalog could not be/],
  [
    'ERR_FETCH_FAILED',
    () => ({ keys: page() }),
    /^the response for the key set has the status 404/,
  ],
  ['ERR_FETCH_FAILED', () => ({ catalog: Promise.resolve(page()) }), /catalog has the status 404/],
  ['ERR_FETCH_FAILED', () => ({ keys: cutOff() }), /^the key set could not be fetched$/],
  ['ERR_KEYS_INVALID', () => ({ keys: new Response('<!doctype html>') }), /key set/],
  ['ERR_KEYS_INVALID', () => ({ keys: new Response(new Uint8Array([0xff])) }), /key set/],
  [
    'ERR_KEYS_INVALID',
    () => ({ keys: Promise.resolve(17) }),
    /^`keys` must give a JWKS or its text/,
  ],
  ['ERR_KEYS_INVALID', () => ({ keys: Promise.resolve(undefined) }), /^`keys` must give a JWKS/],
  [
    'ERR_KEYS_INVALID',
    () => ({ keys: Promise.resolve(keySet.padEnd(65_537)) }),
    /longer than 65536/,
  ],
  [
    'ERR_CATALOG_INVALID',
    () => ({ catalog: Promise.resolve({}) }),
    /^`catalog` must give the catalog/,
  ],
  ['ERR_CATALOG_INVALID', () => ({ catalog: new Response('{}') }), /`format` is missing/],
  [
    'ERR_CATALOG_INVALID',
    () => ({ catalog: new Response(catalog.padEnd(2 ** 22 + 1)) }),
    /longer than/,
  ],
]

function cutOff(): Response {
  return new Response(new ReadableStream({ start: stream => stream.error(lost) }))
}

it.each(failures)('every load says what is wrong: %s, %#', async (code, sources, message) => {
  const gate = empty(sources() as never)
  await nextTurn()
  expect(gate.state).toBe('empty')
  for (let load = 0; load < 2; load += 1) {
    const error = await gate.load(await sign()).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
    expect(gate.state).toBe('failed')
    expect(gate.decide('chat-settings').outcome).toBe('loading')
  }
})

it('a `GateError` of the app is passed on, anything else is the cause', async () => {
  const own = new GateError('ERR_KEYS_INVALID', 'the server has none')
  expect(
    await empty({ keys: Promise.reject(own) })
      .load('x')
      .catch(error => error),
  ).toBe(own)
  const error = await empty({ keys: Promise.reject(lost) })
    .load('x')
    .catch(error => error)
  expect(error.cause).toBe(lost)
})

it('loads that wait take effect in the order of their calls', async () => {
  let give = (_: string): void => {}
  const gate = empty({
    catalog: new Promise<string>(resolve => {
      give = resolve
    }),
  })
  const loads = [3, 2, 4].map(async seq => codeOf(gate.load(await sign({ seq }))))
  await nextTurn()
  give(catalog)
  expect((await Promise.all(loads)).filter(code => code === 'loaded').length).toBeGreaterThan(0)
  expect(gate.seq).toBe(4)
})

it.each(['clear', 'dispose'] as const)('`%s` ends the loads that wait for ever', async end => {
  const gate = empty({ keys: never })
  const load = codeOf(gate.load(await sign()))
  await nextTurn()
  gate[end]()
  expect(await load).toBe('ERR_ENGINE_UNAVAILABLE')
  expect(gate.state).toBe('empty')
})

it('nothing is handed to a `then` on `Object.prototype`', async () => {
  const given: unknown[] = []
  const sources = { keys: Promise.resolve(keys), catalog: Promise.resolve(bytes) }
  const token = await sign()
  Object.defineProperty(Object.prototype, 'then', {
    configurable: true,
    get() {
      given.push(this)
      return undefined
    },
  })
  let gate: Gate
  try {
    gate = empty({ ...sources, lazy: true })
    await gate.load(token)
  } finally {
    delete (Object.prototype as { then?: unknown }).then
  }
  expect(given.filter(value => value instanceof Uint8Array || isKeySet(value))).toEqual([])
  expect(gate.can('chat-settings')).toBe(true)
})

const isKeySet = (value: unknown): boolean => Object.hasOwn(Object(value), 'keys')

it('a response is read once, as soon as the gate is made, however many loads there are', async () => {
  const response = new Response(keySet)
  const read = vi.spyOn(response, 'arrayBuffer')
  const gate = empty({ keys: response, lazy: true })
  await nextTurn()
  expect(read).toHaveBeenCalledTimes(1)
  await expectToDecide(gate)
  await gate.load(await sign({ seq: 2 }))
  expect(read).toHaveBeenCalledTimes(1)
})

it('a function may find a response, which is told from a file by its status', async () => {
  const find: CatalogFinder = async () => page()
  const gate = empty({ catalog: find })
  expect(await codeOf(gate.load(await sign()))).toBe('ERR_FETCH_FAILED')
})
