import type { GateEvent } from 'rolegate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Clock, empty, loaded, membership, noon, sign, snapshot } from '../helpers/gates.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const told = () => {
  const events: GateEvent[] = []
  return { events, listener: (event: GateEvent) => void events.push(event) }
}

describe('subscribe', () => {
  it('tells the permissions that flipped, and the state', async () => {
    const gate = empty()
    const { events, listener } = told()
    gate.subscribe(listener)
    await gate.load(await sign())
    expect(events).toEqual([
      {
        state: 'ready',
        flipped: [
          'chat-settings',
          'conversation.access',
          'conversations.delete',
          'documents.view',
          'documents.edit',
        ],
      },
    ])
    await gate.load(await sign({ seq: 2, entitlements: ['prime'] }))
    expect(events[1]).toEqual({ state: 'ready', flipped: ['insights'] })
    await gate.load(await snapshot({ roles: ['manager'] }, { seq: 3, entitlements: ['prime'] }))
    expect(events[2]?.flipped).toContain('reports.export')
    expect(events[2]?.flipped).toContain('chat-settings')
    expect(events[2]?.flipped).not.toContain('insights')
    gate.clear()
    expect(events[3]?.state).toBe('empty')
    expect(events[3]?.flipped).toHaveLength(8)
  })

  it('tells nothing where nothing changed', async () => {
    const gate = await loaded()
    const { events, listener } = told()
    gate.subscribe(listener)
    await gate.load(await sign())
    await gate.load('bad').catch(() => {})
    expect(events).toEqual([])
    gate.clear()
    gate.clear()
    expect(events).toHaveLength(1)
  })

  it('tells of another snapshot that flips nothing, as missing parts may differ', async () => {
    const gate = await loaded()
    const { events, listener } = told()
    gate.subscribe(listener)
    await gate.load(await sign({ seq: 2 }))
    expect(events).toEqual([{ state: 'ready', flipped: [] }])
  })

  it('notices that other records are in sight', async () => {
    const gate = await loaded()
    const { events, listener } = told()
    gate.subscribe(listener)
    expect(gate.can('conversation.access', { team: 'g2' })).toBe(false)
    await gate.load(await snapshot({ groups: ['g2'] }, { seq: 2 }))
    expect(gate.can('conversation.access', { team: 'g2' })).toBe(true)
    expect(events[0]?.flipped).toEqual(['conversation.access', 'conversations.delete'])
    await gate.load(await snapshot({ groups: ['g2'], filters: [{ groups: ['g9'] }] }, { seq: 3 }))
    expect(events[1]?.flipped).toContain('conversation.access')
  })

  it('notices it before any record was asked about', async () => {
    const gate = await loaded()
    const { events, listener } = told()
    gate.subscribe(listener)
    await gate.load(await snapshot({ groups: ['g2'] }, { seq: 2 }))
    expect(events[0]?.flipped).toEqual(['conversation.access', 'conversations.delete'])
  })

  it('tells each membership its own', async () => {
    const gate = await loaded(
      sign({ memberships: [membership(), membership({ workspace: 'w2' })] }),
    )
    const [one, two, all] = [told(), told(), told()]
    gate.in('w1').subscribe(one.listener)
    gate.in('w2').subscribe(two.listener)
    gate.subscribe(all.listener)
    const memberships = [membership(), membership({ workspace: 'w2', roles: [] })]
    await gate.load(await sign({ seq: 2, memberships }))
    expect(one.events[0]?.flipped).toEqual([])
    expect(two.events[0]?.flipped).toContain('chat-settings')
    expect(all.events[0]?.flipped).toEqual([])
  })

  it('stops with the remover, which may be called twice', async () => {
    const gate = empty()
    const [one, two] = [told(), told()]
    const remove = gate.subscribe(one.listener)
    gate.subscribe(one.listener)
    gate.subscribe(two.listener)
    remove()
    remove()
    await gate.load(await sign())
    expect(one.events).toHaveLength(1)
    expect(two.events).toHaveLength(1)
  })

  it.each([
    ['by `reportError`', true],
    ['on the console where there is none', false],
  ])('survives a listener that throws, and reports it %s', async (_, isThere) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const report = vi.fn()
    vi.stubGlobal('reportError', isThere ? report : undefined)
    const gate = empty()
    const { events, listener } = told()
    gate.subscribe(() => {
      throw new Error('listener')
    })
    gate.subscribe(listener)
    await gate.load(await sign())
    expect(events).toHaveLength(1)
    expect(report).toHaveBeenCalledTimes(isThere ? 1 : 0)
    expect(error).toHaveBeenCalledTimes(isThere ? 0 : 1)
    expect(gate.state).toBe('ready')
  })

  it('tells after the change is complete, and changes made by listeners in turn', async () => {
    const gate = empty()
    const states: string[] = []
    gate.subscribe(event => {
      states.push(`first ${event.state} ${gate.state} ${gate.can('chat-settings')}`)
      if (event.state === 'ready') gate.clear()
    })
    gate.subscribe(event => {
      states.push(`second ${event.state} ${gate.state}`)
      gate.subscribe(() => states.push('late'))
    })
    await gate.load(await sign())
    expect(states).toEqual([
      'first ready ready true',
      'second ready empty',
      'first empty empty false',
      'second empty empty',
      'late',
    ])
  })

  it('lets a listener load', async () => {
    const gate = empty()
    const second = await sign({ seq: 2 })
    const seen: (number | undefined)[] = []
    let loading: Promise<void> | undefined
    gate.subscribe(() => {
      seen.push(gate.seq)
      loading ??= gate.load(second)
    })
    await gate.load(await sign())
    await loading
    expect(seen).toEqual([1, 2])
  })

  it('tells a last time when the gate is disposed, also from a listener', async () => {
    const gate = await loaded()
    const { events, listener } = told()
    gate.subscribe(() => gate.dispose())
    gate.subscribe(listener)
    await gate.load(await sign({ seq: 2 }))
    expect(events.map(event => event.state)).toEqual(['ready', 'empty'])
  })

  it('tells when the time has come, by a timer', async () => {
    vi.useFakeTimers()
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    const { events, listener } = told()
    const remove = gate.subscribe(listener)
    clock.time = noon + 1800
    await vi.advanceTimersByTimeAsync(1800_000)
    expect(events).toEqual([{ state: 'stale', flipped: [] }])
    clock.time = noon + 3660
    await vi.advanceTimersByTimeAsync(1860_000)
    expect(events[1]?.state).toBe('expired')
    expect(events[1]?.flipped).toContain('chat-settings')
    remove()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('tells soon after a check has found that the time has come', async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    const { events, listener } = told()
    gate.subscribe(listener)
    clock.time = noon + 9999
    expect(gate.can('chat-settings')).toBe(false)
    expect(events).toEqual([])
    await Promise.resolve()
    expect(events.map(event => event.state)).toEqual(['expired'])
    gate.dispose()
  })

  it('keeps no timer where nobody listens', async () => {
    vi.useFakeTimers()
    await loaded()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('takes ten thousand listeners', async () => {
    const gate = empty()
    let calls = 0
    const count = () => {
      calls += 1
    }
    const removers = Array.from({ length: 10_000 }, () => gate.subscribe(count))
    await gate.load(await sign())
    expect(calls).toBe(10_000)
    for (const remove of removers) remove()
    gate.clear()
    expect(calls).toBe(10_000)
  })

  it('takes nothing but a function', () => {
    for (const odd of [undefined, null, {}, 'text']) {
      expect(() => empty().subscribe(odd as never)).toThrow(TypeError)
    }
  })
})
