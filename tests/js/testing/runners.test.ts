// What test runners and component books are given.

import { createGate, type Gate } from 'rolegate'
import { gateFixture, type Route, servePerson } from 'rolegate/testing'
import { test as base, describe, expect, it } from 'vitest'
import { audience, issuer, keys } from '../helpers/gates.ts'
import { catalog } from '../helpers/help-desk.ts'

const test = base.extend<{ gate: Gate }>({
  gate: gateFixture({ catalog, roles: ['agent'] }),
})
const gates: Gate[] = []

test('a fixture gives a gate', ({ gate }) => {
  gates.push(gate)
  expect(gate.can('chat-settings')).toBe(true)
  expect(gate.can('reports.export')).toBe(false)
})

test('a fixture gives each test its own, and disposes of it', ({ gate }) => {
  expect(gates.length).toBe(1)
  expect(gates[0]).not.toBe(gate)
  expect(gates[0]?.state).toBe('empty')
})

describe('a page in Playwright', () => {
  it('is served the token of a person, and of another, and of nobody', async () => {
    let answer: (route: Route) => Promise<void> = async () => {}
    const addresses: unknown[] = []
    const page = {
      route: async (address: unknown, answered: typeof answer) => {
        addresses.push(address)
        answer = answered
      },
    }
    const served = async () => {
      let given: Parameters<Route['fulfill']>[0] | undefined
      await answer({
        fulfill: async said => {
          given = said
        },
      })
      return given
    }
    // The key whose public part the page trusts.
    const key = { ...keys.keys[0], d: 'cZ5lWL1w6c-783sf9MLhLzQX80YOq_hJXkGwSudCjK8' } as never
    const become = await servePerson(page, '**/token', {
      catalog,
      key,
      issuer,
      audience,
      roles: ['agent'],
    })
    expect(addresses).toEqual(['**/token'])
    const gate = createGate({ keys: keys as never, issuer, audience, catalog })
    const first = await served()
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    await gate.load(first?.body ?? '')
    expect(gate.can('reports.export')).toBe(false)
    become({ roles: ['manager'] })
    await gate.load((await served())?.body ?? '')
    expect(gate.can('reports.export')).toBe(true)
    become(undefined)
    expect(await served()).toMatchObject({ status: 401, body: '' })

    // Memberships take the place of what describes a single one; beside them it has no effect.
    const memberships = [{ workspace: 'w2', roles: ['manager'], filters: [] }]
    become({ memberships })
    await gate.load((await served())?.body ?? '')
    expect(gate.in('w2').can('reports.export')).toBe(true)
    expect(() => become({ memberships, roles: ['agent'] })).toThrow(
      '`roles` has no effect beside `memberships`: put it there',
    )
    expect(() => become({ rolls: [] } as never)).toThrow('a person may not have `rolls`')
  })
})
