import { GateError, type GateView, isGateError } from 'rolegate'
import * as inline from 'rolegate/inline'
import * as copy from 'rolegate-copy'
import { describe, expect, it, vi } from 'vitest'
import { empty, loaded, options, sign, snapshot } from './util.ts'

/** Everything odd that JavaScript can pass where a text is meant. */
const odd: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  Number.NaN,
  2 ** 53,
  1n,
  true,
  Symbol('s'),
  '',
  '\ud800',
  'x'.repeat(1_000_000),
  '__proto__',
  'constructor',
  'hasOwnProperty',
  {},
  Object.create(null),
  [],
  ['chat-settings'],
  new Map(),
  new Date(),
  () => 'chat-settings',
  new String('chat-settings'),
  { toString: () => 'chat-settings' },
  {
    toString() {
      throw new Error('toString')
    },
  },
  [Symbol('s')],
  new Proxy({}, { get: () => 'chat-settings' }),
]

describe('deciding', () => {
  it.each([false, true])(
    'denies whatever is asked oddly, and never throws: strict %j',
    async strict => {
      vi.spyOn(console, 'error').mockImplementation(() => {})
      const gate = await loaded(snapshot({ roles: ['manager'] }), { strict })
      const unchanged = gate.decideAll()
      for (const name of odd as string[]) {
        expect(gate.can(name)).toBe(false)
        expect(gate.level(name)).toBe('off')
        expect(gate.decide(name).code).toBe('unknown-permission')
        expect(gate.explain(name).code).toBe('unknown-permission')
        expect(gate.maybe(name)).toBe(false)
        expect(gate.filter(name, [1])).toEqual([])
        expect(gate.in(name).can('chat-settings')).toBe(false)
        expect(gate.roles.canEdit(name)).toBe(false)
        expect(gate.roles.canAssign(name, { target: [] })).toBe(false)
        expect(gate.roles.allowedValues(name, 'chat-settings')).toEqual([])
        expect(gate.roles.allowedValues('agent', name)).toEqual([])
      }
      for (const record of odd) {
        expect(typeof gate.can('conversation.access', record)).toBe('boolean')
        expect(Object.keys(gate.decideAll(record))).toEqual(Object.keys(unchanged))
        expect(Object.keys(gate.decideAll({}, record as string))).toEqual(Object.keys(unchanged))
        const isList = typeof record === 'object' && record !== null && Symbol.iterator in record
        expect(gate.filter('chat-settings', record as never)).toEqual(
          isList ? [...(record as Iterable<unknown>)] : [],
        )
      }
      expect(gate.can('chat-settings')).toBe(true)
      vi.restoreAllMocks()
    },
  )

  it('passes nothing of a list that cannot be read', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'] }))
    const fail = () => {
      throw new Error('no')
    }
    const revoked = Proxy.revocable([], {})
    revoked.revoke()
    const lists: Iterable<unknown>[] = [
      revoked.proxy,
      Object.defineProperty([1], 0, { get: fail }),
      new Proxy([1], { get: fail }),
      { [Symbol.iterator]: fail },
      { [Symbol.iterator]: () => ({ next: fail }) },
    ]
    for (const list of lists) expect(gate.filter('chat-settings', list)).toEqual([])
  })

  it('denies odd administration', async () => {
    const { roles } = await loaded(snapshot({ roles: ['manager'] }))
    expect(roles.canAssign('agent', { target: [] })).toBe(true)
    for (const whose of [
      null,
      1,
      'agent',
      { target: null },
      { target: 'agent' },
      { target: [1] },
    ]) {
      expect(roles.canAssign('agent', whose as never)).toBe(false)
      expect(roles.assignable(whose as never)).toEqual([])
    }
    expect(roles.canAssign('agent', { target: [], self: 1 as never })).toBe(false)
    const throwing = {
      get target(): string[] {
        throw new Error('getter')
      },
    }
    expect(roles.assignable(throwing)).toEqual([])
    expect(roles.checkEdit('agent', {})).toEqual([])
    for (const values of [null, undefined, 1, 'x', () => 1]) {
      expect(roles.checkEdit('agent', values as never)).not.toEqual([])
    }
    for (const role of odd as string[]) {
      if (typeof role === 'object' && role !== null) continue
      expect(roles.checkEdit(role, {})).not.toEqual([])
    }
  })
})

describe('a gate', () => {
  it('shows nothing of what is inside', async () => {
    const gate = await loaded()
    expect(JSON.stringify(gate)).toBe('{}')
    expect(structuredClone(gate)).toEqual({})
    for (const handle of [gate, gate.in('w1'), gate.roles]) {
      expect(Object.isFrozen(handle)).toBe(true)
      for (const name of Reflect.ownKeys(handle)) expect(name).toMatch(/^[a-z]/i)
    }
  })

  it('is no thenable', async () => {
    const gate = await loaded()
    expect('then' in gate).toBe(false)
    expect(await gate).toBe(gate)
  })

  it('has methods that can be taken off', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'] }))
    const { can, decide, level, explain, maybe, filter, decideAll, load, clear, dispose } = gate
    const { assignable, canAssign, canEdit, allowedValues, checkEdit } = gate.roles
    const inHere = gate.in
    expect(can('chat-settings')).toBe(true)
    expect(decide('chat-settings')).toBe(gate.decide('chat-settings'))
    expect(level('chat-settings')).toBe('write')
    expect(explain('chat-settings').trace).not.toEqual([])
    expect(maybe('conversation.access')).toBe(true)
    expect(['chat-settings', 'insights', 'nothing'].filter(name => can(name))).toEqual([
      'chat-settings',
    ])
    expect(filter('conversation.access', [{ agent: 'u2' }])).toHaveLength(1)
    expect(decideAll()['chat-settings']).toBe(decide('chat-settings'))
    expect(inHere('w1')).toBe(gate.in('w1'))
    expect(assignable({ target: ['agent'] })).toContain('agent')
    expect(canAssign('agent', { target: [] })).toBe(true)
    expect(canEdit('agent')).toBe(true)
    expect(allowedValues('agent', 'chat-settings')).toEqual(['off', 'read', 'write'])
    expect(checkEdit('agent', {})).toEqual([])
    const events: string[] = []
    const { subscribe } = gate.in('w1')
    subscribe(({ state }) => events.push(state))
    await load(await sign({ seq: 2 }))
    clear()
    dispose()
    expect(events).toEqual(['ready', 'empty'])
  })

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

describe('two copies of the package', () => {
  it('are independent, and know each other’s errors', async () => {
    const [own, other] = [empty(), inline.createGate(options)]
    const token = await sign()
    await own.load(token)
    expect(other.can('chat-settings')).toBe(false)
    await other.load(token)
    own.dispose()
    expect(other.can('chat-settings')).toBe(true)
    const foreign = copy.createGate(options)
    await foreign.load(token)
    expect(foreign.can('chat-settings')).toBe(true)
    const { can } = other
    foreign.clear()
    expect(can.call(foreign, 'chat-settings')).toBe(true)
    const error = await empty()
      .load('x')
      .catch((thrown: unknown) => thrown)
    expect(isGateError(error)).toBe(true)
    expect(copy.isGateError(error)).toBe(true)
    expect(isGateError(new copy.GateError('ERR_FETCH_FAILED', 'no'))).toBe(true)
  })

  it('do not take just anything for an error of theirs', () => {
    expect(isGateError(new GateError('ERR_FETCH_FAILED', 'no'))).toBe(true)
    const fakes = [null, 'ERR_FETCH_FAILED', { code: 'ERR_FETCH_FAILED' }, new Error('x')]
    for (const fake of fakes) expect(isGateError(fake)).toBe(false)
    expect(isGateError(new GateError('ERR_OTHER' as never, 'no'))).toBe(false)
  })
})

describe('a view', () => {
  it('has the deciding part alone', async () => {
    const view: GateView = (await loaded()).in('w1')
    for (const name of ['load', 'clear', 'dispose', 'in']) expect(name in view).toBe(false)
  })
})
