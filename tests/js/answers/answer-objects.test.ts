import type { Decision, Gate } from 'rolegate'
import { describe, expect, it } from 'vitest'
import { Clock, empty, loaded, noon, sign, snapshot } from '../helpers/gates.ts'

/** Fails unless `value` and everything in it is frozen, plain, and has all its members itself. */
function expectInert(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  expect(Object.isFrozen(value)).toBe(true)
  expect(Object.getPrototypeOf(value)).toBe(
    Array.isArray(value) ? Array.prototype : Object.prototype,
  )
  for (const member of Object.values(value)) expectInert(member)
}

describe('what is handed out', () => {
  it('is plain objects, frozen all the way down', async () => {
    const gate = await loaded()
    const manager = await loaded(snapshot({ roles: ['manager'] }))
    const results = [
      gate.decide('chat-settings'),
      gate.decide('insights.share'),
      gate.decide('conversations.delete', { agent: 'u2' }),
      gate.decide('nothing'),
      empty().decide('chat-settings'),
      gate.explain('conversations.delete', { agent: 'u2' }),
      gate.decideAll(),
      empty().decideAll(),
      manager.roles.assignable({ target: ['agent'] }),
      manager.roles.allowedValues('agent', 'chat-settings'),
      manager.roles.checkEdit('agent', { 'reports.export': 'on' }),
    ]
    for (const result of results) expectInert(result)
    let told: unknown
    gate.subscribe(event => {
      told = event
    })
    gate.clear()
    expectInert(told)
  })

  it('cannot be written to', async () => {
    const gate = await loaded()
    const decision = gate.decide('reports.export') as { allowed: boolean }
    expect(() => {
      decision.allowed = true
    }).toThrow(TypeError)
    expect(gate.decide('reports.export').allowed).toBe(false)
  })

  it('has the members that the types say, and no other', async () => {
    const gate = await loaded()
    const members = ['allowed', 'level', 'code', 'outcome', 'missing', 'stale']
    for (const decision of [gate.decide('chat-settings'), gate.decide('x'), empty().decide('x')]) {
      expect(Object.keys(decision)).toEqual(members)
    }
    expect(Object.keys(gate.explain('chat-settings'))).toEqual([...members, 'trace'])
  })

  it('is no grant more, whatever setters a script has put on prototypes', async () => {
    const first = await sign()
    const second = await sign({ seq: 2 })
    const former = await loaded(first)
    const list = [{ agent: 'u1' }, { agent: 'u2' }]
    const trap = { configurable: true, set: () => {} }
    const names = ['allowed', 'code', 'missing', 'changes', 'level', 'trace', 'stale', 'flipped']
    const look = (gate: Gate) => ({
      names: Object.keys(gate.decideAll()).filter(name => gate.can(name)),
      passed: gate.filter('conversation.access', list).length,
      allowed: gate.decide('chat-settings').allowed,
    })
    const whole = look(former)
    const seen: ReturnType<typeof look>[] = []
    try {
      for (const name of names) Object.defineProperty(Object.prototype, name, trap)
      Object.defineProperty(Array.prototype, 0, trap)
      seen[1] = look(former)
      const late = empty()
      await late.load(first).catch(() => {})
      seen[2] = look(late)
      await former.load(second).catch(() => {})
      seen[3] = look(former)
    } finally {
      for (const name of names) delete (Object.prototype as Record<string, unknown>)[name]
      delete (Array.prototype as unknown[])[0]
    }
    expect(seen[1]).toEqual(whole)
    // A gate made in such a page may lack answers, never refusals.
    for (const { names, passed } of [seen[2], seen[3]] as typeof seen) {
      expect(whole.names).toEqual(expect.arrayContaining(names))
      expect(passed).toBeLessThanOrEqual(1)
    }
  })
})

describe('the same question', () => {
  it('has the same decision, until its content changes', async () => {
    const gate = await loaded()
    const ask = (): readonly Decision[] => [
      gate.decide('chat-settings'),
      gate.decide('chat-settings:write'),
      gate.decide('insights'),
      gate.decide('conversation.access', { agent: 'u1' }),
      gate.decide('conversation.access', { agent: 'u2' }),
      gate.decide('conversation.access'),
      gate.decide('nothing'),
    ]
    const first = ask()
    for (const [at, decision] of ask().entries()) expect(decision).toBe(first[at])

    await gate.load(await sign({ seq: 2, entitlements: ['prime'] }))
    for (const [at, decision] of ask().entries()) {
      if (at === 2) expect(decision).not.toBe(first[at])
      else expect(decision).toBe(first[at])
    }

    gate.clear()
    const cleared = ask()
    await gate.load(await sign({ seq: 3 }))
    gate.clear()
    for (const [at, decision] of ask().entries()) expect(decision).toBe(cleared[at])
  })

  it('has another decision once the snapshot is stale', async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    const fresh = gate.decide('chat-settings')
    clock.time = noon + 1800
    const stale = gate.decide('chat-settings')
    expect(stale).not.toBe(fresh)
    expect(gate.decide('chat-settings')).toBe(stale)
  })

  it('goes to the same objects', async () => {
    const gate = await loaded()
    expect(gate.roles).toBe(gate.roles)
    expect(gate.in('w1')).toBe(gate.in('w1'))
    expect(gate.in('w1').roles).toBe(gate.in('w1').roles)
  })
})
