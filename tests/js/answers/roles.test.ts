import type { Gate, NewRole } from 'rolegate'
import { describe, expect, it } from 'vitest'
import { digest, loaded, membership, sign, snapshot } from '../helpers/gates.ts'
import { catalog } from '../helpers/help-desk.ts'

describe('roles', () => {
  it('may be handed out as the catalog says', async () => {
    const { roles } = await loaded(snapshot({ roles: ['manager'] }))
    expect(roles.assignable({ target: ['agent'] })).toEqual(['agent', 'manager'])
    expect(roles.assignable({ target: ['manager'] })).toEqual(['agent'])
    expect(roles.assignable({ target: [] })).toEqual(['agent', 'manager'])
    expect(roles.assignable()).toEqual(['agent'])
    expect(roles.canAssign('manager', { target: ['agent'] })).toBe(true)
    expect(roles.canAssign('manager', { target: ['agent', 'manager'] })).toBe(false)
    expect(roles.canAssign('manager', { target: ['agent'], self: true })).toBe(true)
    expect(roles.canAssign('boss', { target: [] })).toBe(false)
  })

  it('may be handed out by nobody else', async () => {
    const { roles } = await loaded()
    expect(roles.assignable({ target: [] })).toEqual([])
    expect(roles.canAssign('agent', { target: [] })).toBe(false)
    expect(roles.canEdit('agent')).toBe(false)
    expect(roles.checkEdit('agent', {})).toMatchObject([{ code: 'not-editable' }])
  })

  it('may be edited within bounds', async () => {
    const { roles } = await loaded(snapshot({ roles: ['manager'] }))
    expect(roles.canEdit('agent')).toBe(true)
    expect(roles.canEdit('manager')).toBe(false)
    expect(roles.allowedValues('agent', 'chat-settings')).toEqual(['off', 'read', 'write'])
    expect(roles.allowedValues('agent', 'insights')).toEqual(['on'])
    expect(roles.allowedValues('agent', 'nothing')).toEqual([])
    expect(roles.allowedValues('manager', 'chat-settings')).toEqual([])
    expect(roles.checkEdit('agent', { 'chat-settings': 'write' })).toEqual([])
    const codes = (values: object) => roles.checkEdit('agent', values as never).map(v => v.code)
    expect(codes({ 'reports.export': 'on' })).toEqual(['fixed'])
    expect(codes({ nothing: 'on' })).toEqual(['unknown-permission'])
    expect(codes({ 'chat-settings': 'on' })).toEqual(['wrong-value'])
    expect(roles.checkEdit('boss', {})).toMatchObject([{ code: 'unknown-role' }])
  })

  it('may be made anew, but not beyond their author', async () => {
    const { roles } = await loaded(snapshot({ roles: ['manager'] }))
    expect(roles.checkEdit({}, { 'chat-settings': 'read' })).toEqual([])
    expect(roles.checkEdit({ basedOn: 'agent' }, { 'chat-settings': 'off' })).toEqual([])
    expect(roles.checkEdit({ basedOn: 'boss' }, {})).toMatchObject([{ code: 'unknown-role' }])
    expect(roles.checkEdit({ basedOn: 1 as never }, {})).toMatchObject([{ code: 'wrong-value' }])
  })

  it('are made and handed out as far as the catalog lets tenants', async () => {
    const changed = JSON.parse(catalog)
    changed.custom_roles.bases = ['agent']
    changed.custom_roles.needs = ['prime']
    changed.roles[0].assignable_by = { target: 'here' }
    const text = JSON.stringify(changed)
    const named = { id: 'desk', sha256: await digest(text) }
    const own = { id: 'own', label: { en: 'Own' }, based_on: 'agent', values: {} }
    const given = (others: object) =>
      loaded(snapshot({ roles: ['manager'] }, { catalog: named, ...others }), { catalog: text })
    const codes = ({ roles }: Gate, role: NewRole) => roles.checkEdit(role, {}).map(v => v.code)

    const without = await given({})
    expect(codes(without, { basedOn: 'agent' })).toContain('not-editable')
    await expect(given({ roles: [own] })).rejects.toMatchObject({ code: 'ERR_SNAPSHOT_INVALID' })

    const gate = await given({ entitlements: ['prime'], roles: [own] })
    expect(codes(gate, { basedOn: 'agent' })).not.toContain('not-editable')
    expect(codes(gate, { basedOn: 'manager' })).toContain('wrong-base')
    const { roles } = gate
    expect(roles.canAssign('agent', { target: ['agent'] })).toBe(true)
    expect(roles.canAssign('agent', { target: [] })).toBe(false)
    expect(roles.canAssign('agent')).toBe(false)
  })

  it('are not edited by what is no plain object', async () => {
    const { roles } = await loaded(snapshot({ roles: ['manager'] }))
    const codes = (role: unknown, values: unknown) =>
      roles.checkEdit(role as never, values as never).map(({ code }) => code)
    expect(codes('agent', { insights: 'off' })).toEqual(['fixed'])
    const hidden = Object.defineProperty({}, 'insights', { value: 'off' })
    for (const values of [
      new Map([['insights', 'off']]),
      Object.create({ insights: 'off' }),
      new URLSearchParams('insights=off'),
      new Date(),
      ['off'],
      hidden,
      { insights: undefined },
      { [Symbol('insights')]: 'off' },
    ]) {
      expect(codes('agent', values)).toEqual(['wrong-value'])
    }
    expect(codes({ basedOn: 'agent' }, { insights: 'off' })).toEqual(['fixed'])
    for (const role of [
      { based_on: 'agent' },
      { basedOn: 'agent', id: 'new' },
      Object.create({ basedOn: 'agent' }),
      new String('agent'),
      ['agent'],
      new Map([['basedOn', 'agent']]),
    ]) {
      expect(codes(role, { insights: 'off' })).toEqual(['wrong-value'])
    }
  })

  it('belong to a membership', async () => {
    const memberships = [membership(), membership({ workspace: 'w2', roles: ['manager'] })]
    const gate = await loaded(sign({ memberships }))
    expect(gate.in('w1').roles.canEdit('agent')).toBe(false)
    expect(gate.in('w2').roles.canEdit('agent')).toBe(true)
    expect(gate.roles.canEdit('agent')).toBe(false)
    expect(gate.roles.checkEdit('agent', {})).toMatchObject([{ code: 'not-editable' }])
    gate.clear()
    expect(gate.in('w2').roles.canEdit('agent')).toBe(false)
  })
})
