import { describe, expect, it, vi } from 'vitest'
import { loaded, snapshot } from '../helpers/gates.ts'

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
