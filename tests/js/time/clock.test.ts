import { afterAll, expect, it, vi } from 'vitest'
import { loaded, nextTurn, noon, sign } from '../helpers/gates.ts'

// In place before the package is loaded, which keeps the clock it finds then.
const clock = vi.hoisted(() => {
  const real = Date.now
  const clock = {
    time: 0,
    reads: 0,
    restore() {
      Date.now = real
    },
  }
  Date.now = () => {
    clock.reads += 1
    return clock.time
  }
  return clock
})
afterAll(clock.restore)

it('is read at every check of a quiet turn, so that no check is late', async () => {
  clock.time = noon * 1000
  const gate = await loaded(sign(), { now: undefined })
  expect(gate.can('chat-settings')).toBe(true)
  clock.time += 3_660_000
  expect(gate.can('chat-settings')).toBe(false)
  expect(gate.decide('chat-settings').code).toBe('expired')
})

it('is held for the rest of a busy turn, and for no longer', async () => {
  clock.time = noon * 1000
  const gate = await loaded(sign(), { now: undefined })
  await nextTurn()

  clock.reads = 0
  for (let check = 0; check < 1000; check += 1) gate.can('chat-settings')
  gate.filter('conversation.access', [{ agent: 'u1' }])
  expect(clock.reads).toBeLessThan(10)

  clock.time += 3_660_000
  await nextTurn()
  expect(gate.can('chat-settings')).toBe(false)
  for (let check = 0; check < 1000; check += 1) expect(gate.can('chat-settings')).toBe(false)
})

it('is never read from a Date that was replaced since', async () => {
  clock.time = noon * 1000
  const gate = await loaded(sign(), { now: undefined })
  clock.time += 3_660_000
  clock.restore()
  const stub = vi.spyOn(Date, 'now').mockReturnValue(noon * 1000)
  expect(gate.can('chat-settings')).toBe(false)
  await nextTurn()
  expect(gate.can('chat-settings')).toBe(false)
  expect(stub).not.toHaveBeenCalled()
})

it('of the app’s is read at every check', async () => {
  const now = vi.fn(() => noon * 1000)
  const gate = await loaded(sign(), { now })
  now.mockClear()
  for (let check = 0; check < 10; check += 1) gate.can('chat-settings')
  expect(now).toHaveBeenCalledTimes(10)
})
