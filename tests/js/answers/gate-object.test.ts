import type { GateView } from 'rolegate'
import { describe, expect, it } from 'vitest'
import { loaded, sign, snapshot } from '../helpers/gates.ts'

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
})

describe('a view', () => {
  it('has the deciding part alone', async () => {
    const view: GateView = (await loaded()).in('w1')
    for (const name of ['load', 'clear', 'dispose', 'in']) expect(name in view).toBe(false)
  })
})
