import { describe, expect, it } from 'vitest'
import { empty, loaded, sign, snapshot } from '../helpers/gates.ts'

describe('can', () => {
  it('says yes to what a role gives, and no to what none gives', async () => {
    const gate = await loaded()
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
  })

  it('says no to a name the catalog does not have', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'] }))
    for (const name of ['reports', 'reports.exports', '', 'constructor', '__proto__', 'toString']) {
      expect(gate.can(name), name).toBe(false)
      expect(gate.decide(name).code, name).toBe('unknown-permission')
    }
  })

  it('passes over a record where the permission is about none', async () => {
    const gate = await loaded()
    expect(gate.can('chat-settings', { any: 'thing' })).toBe(true)
    expect(gate.decide('chat-settings', {})).toBe(gate.decide('chat-settings'))
  })

  it('adds roles up', async () => {
    const gate = await loaded(snapshot({ roles: ['agent', 'manager'] }))
    expect(gate.can('reports.export')).toBe(true)
    expect(gate.level('chat-settings')).toBe('write')
  })

  it('lets the nearest layer win, either way', async () => {
    const layers = [
      { from: 'company', values: { 'reports.export': 'on', 'chat-settings': 'off' } },
      { from: 'user', values: { 'chat-settings': 'write' } },
    ]
    const gate = await loaded(snapshot({ layers }))
    expect(gate.can('reports.export')).toBe(true)
    expect(gate.can('chat-settings:write')).toBe(true)
  })
})

describe('a threshold', () => {
  it('asks for the least value that will do', async () => {
    const gate = await loaded()
    expect(gate.can('chat-settings:read')).toBe(true)
    expect(gate.can('chat-settings:write')).toBe(false)
    expect(gate.decide('chat-settings:write')).toMatchObject({
      allowed: false,
      level: 'read',
      code: 'not-granted',
    })
  })

  it('is `on` for a switch', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'] }))
    expect(gate.can('reports.export:on')).toBe(true)
    expect(gate.decide('reports.export:on')).toBe(gate.decide('reports.export'))
  })

  it('that the permission does not have is an unknown permission', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'] }))
    const strange = [
      'reports.export:read',
      'reports.export:off',
      'chat-settings:on',
      'chat-settings:off',
      'chat-settings:',
      'chat-settings:write:write',
      ':write',
    ]
    for (const name of strange) expect(gate.decide(name).code, name).toBe('unknown-permission')
  })
})

describe('level', () => {
  it('is what can be used', async () => {
    const gate = await loaded()
    expect(gate.level('chat-settings')).toBe('read')
    expect(gate.level('chat-settings:write')).toBe('read')
    expect(gate.level('reports.export')).toBe('off')
    expect(gate.level('insights')).toBe('off')
    expect(gate.level('nothing')).toBe('off')
  })

  it('counts what the customer has bought', async () => {
    const gate = await loaded(sign({ entitlements: ['prime'] }))
    expect(gate.level('insights')).toBe('on')
  })
})

describe('decide', () => {
  it('says why, what to show and what is missing', async () => {
    const gate = await loaded()
    expect(gate.decide('chat-settings')).toEqual({
      allowed: true,
      level: 'read',
      code: 'granted',
      outcome: 'show',
      missing: [],
      stale: false,
    })
    expect(gate.decide('insights')).toEqual({
      allowed: false,
      level: 'off',
      code: 'not-entitled',
      outcome: 'upsell',
      missing: [{ code: 'not-entitled', changes: [{ entitlements: ['prime'] }] }],
      stale: false,
    })
  })

  it('takes the outcome from the catalog where it has one', async () => {
    const { code, outcome, missing } = (await loaded()).decide('insights.share')
    expect({ code, outcome }).toEqual({ code: 'prerequisite', outcome: 'hide' })
    expect(missing[0]).toMatchObject({ permission: 'chat-settings', atLeast: 'write' })
    expect(missing[0]?.missing?.[0]).toMatchObject({ code: 'not-granted' })
  })

  it('denies before the first load, and hides nothing for good', () => {
    const gate = empty()
    expect(gate.decide('reports.export')).toEqual({
      allowed: false,
      level: 'off',
      code: 'no-snapshot',
      outcome: 'loading',
      missing: [{ code: 'no-snapshot', changes: [] }],
      stale: false,
    })
    expect(gate.can('reports.export')).toBe(false)
    expect(gate.maybe('reports.export')).toBe(false)
    expect(gate.filter('conversation.access', [{}])).toEqual([])
    expect(gate.decideAll()).toEqual({})
  })
})

describe('explain', () => {
  it('is the decision and how it came about', async () => {
    const gate = await loaded()
    const { trace, ...decision } = gate.explain('chat-settings')
    expect(decision).toEqual({ ...gate.decide('chat-settings') })
    expect(trace).toContainEqual({ step: 'role', role: 'agent', value: 'read' })
  })

  it('has no trace where nothing was evaluated', async () => {
    expect(empty().explain('chat-settings')).toMatchObject({ code: 'no-snapshot', trace: [] })
    expect((await loaded()).explain('nothing')).toMatchObject({
      code: 'unknown-permission',
      trace: [],
    })
  })
})

describe('maybe', () => {
  it('says whether some record could be allowed', async () => {
    const gate = await loaded()
    expect(gate.can('conversation.access')).toBe(false)
    expect(gate.maybe('conversation.access')).toBe(true)
    expect(gate.maybe('conversation.access:write')).toBe(true)
    expect((await loaded(snapshot({ roles: [] }))).maybe('conversation.access')).toBe(false)
  })

  it('is `can` for a permission that is about no record', async () => {
    const gate = await loaded()
    expect(gate.maybe('chat-settings')).toBe(true)
    expect(gate.maybe('chat-settings:write')).toBe(false)
    expect(gate.maybe('nothing')).toBe(false)
  })
})

describe('decideAll', () => {
  it('decides every permission, in the catalog’s order', async () => {
    const gate = await loaded()
    const all = gate.decideAll()
    expect(Object.keys(all).slice(0, 3)).toEqual(['reports.export', 'chat-settings', 'insights'])
    for (const [name, decision] of Object.entries(all)) expect(decision).toBe(gate.decide(name))
  })

  it('puts a record to the permissions of its kind', async () => {
    const gate = await loaded()
    const mine = { agent: 'u1' }
    const all = gate.decideAll(mine, 'conversation')
    expect(all['conversation.access']).toBe(gate.decide('conversation.access', mine))
    expect(all['documents.view']?.code).toBe('record-required')
    expect(gate.decideAll(mine)['conversation.access']?.code).toBe('record-required')
    expect(gate.decideAll(mine, 'letter')['conversation.access']?.code).toBe('record-required')
  })
})

describe('in', () => {
  const two = sign({
    memberships: [
      { workspace: 'w1', roles: ['agent'], filters: [] },
      { workspace: 'w2', roles: ['manager'], filters: [] },
    ],
  })

  it('answers for the membership that was named', async () => {
    const gate = await loaded(two)
    expect(gate.in('w1').can('reports.export')).toBe(false)
    expect(gate.in('w2').can('reports.export')).toBe(true)
    expect(gate.in('w2').decideAll()['reports.export']?.allowed).toBe(true)
    expect(gate.in('w3').decide('reports.export').code).toBe('unknown-workspace')
  })

  it('has no default among several, nor among none', async () => {
    expect((await loaded(two)).decide('chat-settings').code).toBe('unknown-workspace')
    const nowhere = await loaded(sign({ memberships: [] }))
    expect(nowhere.decide('chat-settings').code).toBe('unknown-workspace')
  })

  it('is the same object for the same id, before any load and after', async () => {
    const gate = empty()
    const view = gate.in('w2')
    expect(view.decide('reports.export').code).toBe('no-snapshot')
    await gate.load(await two)
    expect(view.can('reports.export')).toBe(true)
    expect(gate.in('w2')).toBe(view)
    await gate.load(await snapshot({ workspace: 'w2' }, { seq: 2 }))
    expect(view.can('reports.export')).toBe(false)
    expect(view.can('chat-settings')).toBe(true)
  })

  it('is in no workspace for what is not an id', async () => {
    const gate = await loaded()
    for (const id of ['', undefined, null, 1, {}, ['w1'], 'constructor']) {
      expect(gate.in(id as string).decide('chat-settings').code).toBe('unknown-workspace')
    }
  })
})
