import type { Gate, GateEvent } from 'rolegate'
import { afterEach, expect, it, vi } from 'vitest'
import { changeInstances } from '../helpers/engine-instances.ts'
import { digest, empty, loaded, nextTurn, sign } from '../helpers/gates.ts'
import { catalog } from '../helpers/help-desk.ts'

// The engine has no way to be made to fail. So each of its instances is made with a switch: while
// `fault.at` names a function, that one is called with a wrong pointer, which traps.

type Call = (...args: number[]) => unknown

const fault = { at: undefined as string | undefined, instances: 0 }

changeInstances(exports => {
  fault.instances += 1
  const changed = { ...exports }
  for (const [name, value] of Object.entries(exports)) {
    if (!name.startsWith('engine_')) continue
    changed[name] = (self: number, ...rest: number[]) =>
      (value as Call)(fault.at === name ? 0xfffffff0 : self, ...rest)
  }
  return changed
})

afterEach(() => {
  fault.at = undefined
})

const at = <T>(name: string, work: () => T): T => {
  fault.at = name
  try {
    return work()
  } finally {
    fault.at = undefined
  }
}

const expectFailed = (gate: Gate): void => {
  expect(gate.state).toBe('failed')
  expect(gate.can('chat-settings')).toBe(false)
  expect(gate.decide('chat-settings')).toMatchObject({
    code: 'engine-unavailable',
    outcome: 'loading',
    missing: [{ code: 'engine-unavailable', changes: [] }],
  })
  expect(gate.filter('conversation.access', [{ agent: 'u1' }])).toEqual([])
  expect(gate.maybe('conversation.access')).toBe(false)
  expect(gate.roles.assignable()).toEqual([])
}

const points: [string, (gate: Gate) => unknown][] = [
  ['engine_state', gate => gate.can('chat-settings')],
  ['engine_missing', gate => gate.decide('reports.export')],
  ['engine_trace', gate => gate.explain('chat-settings')],
  ['engine_meanings', gate => gate.can('conversation.access', { agent: 'u1' })],
  ['engine_table', gate => gate.in('w1').can('chat-settings')],
  ['engine_can_edit', gate => gate.roles.canEdit('agent')],
  ['engine_check_edit', gate => gate.roles.checkEdit('agent', {})],
  ['engine_clear', gate => gate.clear()],
]

it.each(points)(
  'a trap in %s denies everything, and the next load starts afresh',
  async (name, ask) => {
    const victim = await loaded()
    const instances = fault.instances
    at(name, () => ask(victim))
    expectFailed(victim)
    expect(fault.instances).toBe(instances + 1)
    await victim.load(await sign({ seq: 2 }))
    expect(victim.state).toBe('ready')
    expect(victim.can('chat-settings')).toBe(true)
    expect(victim.can('reports.export')).toBe(false)
  },
)

it('a trap fails all gates of the page, and each recovers by itself', async () => {
  const [one, other] = [await loaded(), await loaded()]
  at('engine_state', () => one.can('chat-settings'))
  expectFailed(other)
  await one.load(await sign())
  expect(one.can('chat-settings')).toBe(true)
  expectFailed(other)
  await other.load(await sign())
  expect(other.can('chat-settings')).toBe(true)
})

it('a trap while loading rejects, and leaves nothing half done', async () => {
  const gate = await loaded()
  const token = await sign({ seq: 2 })
  const load = gate.load(token)
  fault.at = 'engine_load'
  await expect(load).rejects.toMatchObject({
    code: 'ERR_ENGINE_UNAVAILABLE',
    cause: expect.any(WebAssembly.RuntimeError),
  })
  fault.at = undefined
  expectFailed(gate)
  await gate.load(token)
  expect(gate.seq).toBe(2)
})

it('listeners are told once, also those of other gates', async () => {
  const [one, other] = [await loaded(), await loaded()]
  const events: [string, GateEvent][] = []
  one.subscribe(event => events.push(['one', event]))
  other.subscribe(event => events.push(['other', event]))
  at('engine_trace', () => one.explain('chat-settings'))
  for (let time = 0; time < 3; time += 1) one.can('chat-settings')
  expect(events).toEqual([])
  await Promise.resolve()
  expect(events.map(([who, { state }]) => [who, state])).toEqual([
    ['one', 'failed'],
    ['other', 'failed'],
  ])
  expect(events[0]?.[1].flipped).toContain('chat-settings')
  await one.load(await sign())
  expect(events[2]?.[1].state).toBe('ready')
  one.dispose()
  other.dispose()
})

it('what was seen is not forgotten', async () => {
  const gate = await loaded(sign({ seq: 7 }))
  at('engine_state', () => gate.state)
  await expect(gate.load(await sign({ seq: 6 }))).rejects.toMatchObject({
    code: 'ERR_SNAPSHOT_ROLLBACK',
  })
  expect(gate.can('chat-settings')).toBe(false)
  expect(gate.state).toBe('empty')
  await gate.load(await sign({ seq: 1, sub: 'u2' }))
  await gate.load(await sign({ seq: 7 }))
  expect(gate.can('chat-settings')).toBe(true)
})

it('catalogs that were found are found again, and so is one that was being found', async () => {
  const other = `${catalog} `
  const token = await sign({ catalog: { id: 'desk', sha256: await digest(other) } })
  const find = vi.fn(() => Promise.resolve(other))
  const gate = empty({ catalog: [catalog, find] })
  for (const calls of [1, 2]) {
    await gate.load(token)
    expect(gate.can('chat-settings')).toBe(true)
    expect(find).toHaveBeenCalledTimes(calls)
    at('engine_trace', () => gate.explain('chat-settings'))
    expectFailed(gate)
  }
  const end: { now?: (file: string) => void } = {}
  find.mockReturnValue(
    new Promise(resolve => {
      end.now = resolve
    }),
  )
  const load = gate.load(token)
  await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(3))
  const victim = await loaded()
  at('engine_trace', () => victim.explain('chat-settings'))
  end.now?.(other)
  await load
  expect(gate.can('chat-settings')).toBe(true)
})

it('a gate that had failed can be cleared and disposed', async () => {
  const gate = await loaded()
  at('engine_state', () => gate.state)
  gate.clear()
  expect(gate.state).toBe('failed')
  gate.dispose()
  expect(gate.state).toBe('empty')
})

it('nothing of a broken instance is freed', async () => {
  const gates = await Promise.all(Array.from({ length: 50 }, () => loaded()))
  at('engine_state', () => gates[0]?.state)
  gates.length = 0
  for (let round = 0; round < 10; round += 1) {
    // Firefox and WebKit cannot be told to collect.
    globalThis.gc?.()
    await nextTurn()
  }
  await loaded()
})

it('a thousand traps are survived', async () => {
  const gate = empty()
  const token = await sign()
  for (let trap = 0; trap < 1000; trap += 1) {
    await gate.load(token)
    expect(gate.can('chat-settings')).toBe(true)
    at('engine_trace', () => gate.explain('chat-settings'))
    expect(gate.can('chat-settings')).toBe(false)
    expect(gate.state).toBe('failed')
  }
})
