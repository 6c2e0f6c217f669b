// Gates and tokens for tests: as real as others, except for their key.

import { createGate, isGateError } from 'rolegate'
import { createClient } from 'rolegate/client'
import { gateFor, testKeys, tokenFor } from 'rolegate/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { keys, noon } from '../helpers/gates.ts'
import { catalog, records } from '../helpers/help-desk.ts'

afterEach(() => vi.useRealTimers())

const names = { issuer: 'rolegate-test', audience: 'rolegate-test' }

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    error => (isGateError(error) ? error.code : `${error}`),
  )

describe('a gate of a person', () => {
  it('answers as any other: yes, no, and with what to offer', async () => {
    const gate = await gateFor({ catalog, roles: ['agent'] })
    expect(gate.state).toBe('ready')
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
    expect(gate.decide('insights').outcome).toBe('upsell')
  })

  it.each<[string, Parameters<typeof gateFor>[0]['catalog']]>([
    ['its text', catalog],
    ['its bytes', new TextEncoder().encode(catalog)],
    ['what it is parsed to', JSON.parse(catalog)],
  ])('is made from a catalog as %s', async (_, given) => {
    const gate = await gateFor({ catalog: given, roles: ['manager'] })
    expect(gate.can('reports.export')).toBe(true)
  })

  it('has everything that a snapshot can say', async () => {
    const gate = await gateFor({
      catalog,
      records,
      subject: 'u7',
      roles: ['agent', 'night'],
      workspace: 'w9',
      groups: ['g1'],
      layers: [{ from: 'user', values: { 'chat-settings': 'off' } }],
      filters: [{ groups: ['g1'] }],
      entitlements: ['prime'],
      customRoles: [{ id: 'night', label: { en: 'Night' }, values: { 'reports.export': 'on' } }],
    })
    expect(gate.in('w9').can('reports.export')).toBe(true)
    expect(gate.can('chat-settings')).toBe(false)
    expect(gate.can('insights')).toBe(true)
    expect(gate.can('conversation.access', { agent: 'u7', team: 'g1' })).toBe(true)
    expect(gate.can('conversation.access', { agent: 'u7', team: 'g2' })).toBe(false)
  })

  it('may have several memberships, or none', async () => {
    const memberships = [
      { workspace: 'w1', roles: ['agent'], filters: [] },
      { workspace: 'w2', roles: ['manager'], filters: [] },
    ]
    const gate = await gateFor({ catalog, memberships })
    expect(gate.in('w1').can('reports.export')).toBe(false)
    expect(gate.in('w2').can('reports.export')).toBe(true)
    expect((await gateFor({ catalog, memberships: [] })).can('chat-settings')).toBe(false)
  })

  it('becomes another person', async () => {
    const gate = await gateFor({ catalog, roles: ['agent'] })
    await gate.load(await tokenFor({ catalog, roles: ['manager'] }))
    expect(gate.can('reports.export')).toBe(true)
    await gate.load(await tokenFor({ catalog, subject: 'u2' }))
    expect(gate.can('chat-settings')).toBe(false)
  })

  it.each([
    ['a role', { roles: ['agnt'] }],
    ['an entitlement', { entitlements: ['primus'] }],
    ['a layer', { layers: [{ from: 'planet', values: {} }] }],
  ])('is not made where the catalog lacks %s', async (_, changes) => {
    expect(await codeOf(gateFor({ catalog, ...changes }))).toBe('ERR_SNAPSHOT_INVALID')
    expect(await codeOf(tokenFor({ catalog, ...changes }))).toBe('ERR_SNAPSHOT_INVALID')
  })
})

describe('its time', () => {
  it('may stand still', async () => {
    const gate = await gateFor({ catalog, roles: ['agent'], now: noon * 1000, lifetime: 1 })
    expect(gate.state).toBe('ready')
  })

  it('may be moved', async () => {
    let time = noon * 1000
    const gate = await gateFor({ catalog, roles: ['agent'], now: () => time, lifetime: 600 })
    time += 300_000
    expect(gate.state).toBe('stale')
    time += 360_000
    expect(gate.state).toBe('expired')
    expect(gate.can('chat-settings')).toBe(false)
  })

  it('moves with a fake clock, also one that comes later', async () => {
    const gate = await gateFor({ catalog, roles: ['agent'], lifetime: 600 })
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + 400_000)
    expect(gate.state).toBe('stale')
  })
})

describe('the key of tests', () => {
  it('says so in its `kid`, by which its tokens name it', async () => {
    const { keys } = await testKeys()
    const kid = expect.stringMatching(/^rolegate-test-/)
    const usable = { alg: 'EdDSA', use: 'sig' }
    expect(keys).toEqual([{ kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid, ...usable }])
    const [header = ''] = (await tokenFor({ catalog })).split('.')
    expect(keys).toMatchObject([{ kid: JSON.parse(atob(header)).kid }])
  })

  it('is refused by a gate of the main entry, alone and among others', async () => {
    const set = await testKeys()
    const among = { keys: [...keys.keys, ...set.keys] }
    const text = JSON.stringify(set)
    const escaped = text.replace('"rolegate-', '"role\\u0067ate\\u002d')
    for (const given of [set, text, JSON.stringify(set, null, 2), escaped, among]) {
      const gate = createGate({ ...names, keys: given, catalog })
      expect(await codeOf(gate.load(await tokenFor({ catalog })))).toBe('ERR_KEYS_INVALID')
      expect(gate.decide('chat-settings').outcome).toBe('loading')
    }
  })

  it('is refused by a client', async () => {
    const client = createClient({
      ...names,
      keys: await testKeys(),
      catalog,
      fetchToken: () => tokenFor({ catalog }),
      tabs: false,
      logger: { warn: () => {} },
    })
    expect((await client.ready()).error?.code).toBe('ERR_KEYS_INVALID')
    client.close()
  })
})

it('what has no meaning, or no effect, is a TypeError', async () => {
  const person = { catalog, records, roles: ['agent'] }
  for (const make of [gateFor, tokenFor]) {
    await expect(make({ ...person, entitlement: ['prime'] } as never)).rejects.toThrow(
      'a person may not have `entitlement`; did you mean `entitlements`?',
    )
    await expect(make({ ...person, memberships: [] })).rejects.toThrow(
      '`roles` has no effect beside `memberships`: put it there',
    )
    await expect(make(undefined as never)).rejects.toThrow('a person must be an object')
  }
  expect(await tokenFor(person)).toMatch(/^ey/)
})
