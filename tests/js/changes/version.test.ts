import { expect, it } from 'vitest'
import { Clock, empty, loaded, noon, sign } from '../helpers/gates.ts'

it('changes with whatever changes an answer, and with nothing else', async () => {
  const clock = new Clock()
  const gate = empty({ now: clock.now })
  const view = gate.in('w1')
  let last = gate.version
  const expectChange = (changed: boolean): void => {
    expect(gate.version !== last).toBe(changed)
    expect(view.version).toBe(gate.version)
    last = gate.version
  }
  gate.can('chat-settings')
  expectChange(false)
  await gate.load('no token').catch(() => {})
  last = gate.version
  await gate.load(await sign())
  expectChange(true)
  for (const ask of [gate.decideAll, () => gate.explain('insights'), () => gate.state]) {
    ask()
    expectChange(false)
  }
  await gate.load(await sign({ seq: 2, entitlements: ['prime'] }))
  expectChange(true)
  await gate.load('no token').catch(() => {})
  expectChange(false)
  clock.time = noon + 1799
  expectChange(false)
  clock.time = noon + 1800
  expectChange(true)
  clock.time = noon + 3660
  expectChange(true)
  gate.clear()
  expectChange(true)
  gate.clear()
  expectChange(false)
  gate.dispose()
  expect(gate.can('chat-settings')).toBe(false)
})

it('is another one by the time a listener is told', async () => {
  const gate = await loaded()
  const versions = new Set([gate.version])
  gate.subscribe(() => versions.add(gate.version))
  await gate.load(await sign({ seq: 2 }))
  await gate.load(await sign({ seq: 3 }))
  gate.clear()
  expect(versions.size).toBe(4)
  gate.dispose()
})

it('tells a late listener what the present state is', async () => {
  const gate = await loaded()
  const before = gate.version
  const store = { version: before, state: gate.state }
  gate.subscribe(({ state }) => {
    store.version = gate.version
    store.state = state
  })
  expect(store).toEqual({ version: gate.version, state: 'ready' })
  gate.clear()
  expect(store).toEqual({ version: gate.version, state: 'empty' })
  expect(store.version).not.toBe(before)
  gate.dispose()
})
