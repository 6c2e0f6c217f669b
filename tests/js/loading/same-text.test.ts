// A load of the very text that is in force: a page asks its server more often than rights change.

import { expect, it, vi } from 'vitest'
import { changeInstances } from '../helpers/engine-instances.ts'
import { Clock, empty, noon, sign } from '../helpers/gates.ts'

let verified = 0
changeInstances(exports => {
  const load = exports['engine_load'] as (...given: unknown[]) => unknown
  const counted = (...given: unknown[]): unknown => {
    verified += 1
    return load(...given)
  }
  return { ...exports, engine_load: counted }
})

/** How often the engine verifies a token while `work` is done. */
async function verifications(work: () => Promise<unknown>): Promise<number> {
  const before = verified
  await work()
  return verified - before
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'loaded',
    (error: { code: string }) => error.code,
  )

it('is not verified again, and changes nothing', async () => {
  const gate = empty()
  const token = await sign()
  expect(await verifications(() => gate.load(token))).toBe(1)
  const listener = vi.fn()
  gate.subscribe(listener)
  const before = [gate.version, gate.decide('chat-settings'), gate.state, gate.seq]
  const again = async () => {
    for (let load = 0; load < 100; load += 1) await gate.load(token)
  }
  expect(await verifications(again)).toBe(0)
  expect([gate.version, gate.decide('chat-settings'), gate.state, gate.seq]).toEqual(before)
  expect(gate.decide('chat-settings')).toBe(before[1])
  expect(listener).not.toHaveBeenCalled()
})

it('is verified where it differs, or is in force no more', async () => {
  const gate = empty()
  const [token, newer] = [await sign(), await sign({ seq: 2 })]
  await gate.load(token)
  const flipped = `${token.slice(0, -8)}AAAAAAAA`
  expect(await verifications(() => codeOf(gate.load(flipped)))).toBe(1)
  expect(await codeOf(gate.load(flipped))).toBe('ERR_SIGNATURE_INVALID')
  expect(await verifications(() => gate.load(token))).toBe(0)
  gate.clear()
  expect(gate.can('chat-settings')).toBe(false)
  expect(await verifications(() => gate.load(token))).toBe(1)
  expect(gate.can('chat-settings')).toBe(true)
  expect(await verifications(() => gate.load(newer))).toBe(1)
  expect(await codeOf(gate.load(token))).toBe('ERR_SNAPSHOT_ROLLBACK')
  expect(await verifications(() => gate.load(newer))).toBe(0)
})

it('is refused once its time is over, and while the clock is set back', async () => {
  const clock = new Clock()
  const gate = empty({ now: clock.now })
  const token = await sign({ nbf: noon })
  await gate.load(token)
  const at = async (time: number): Promise<string> => {
    clock.time = time
    return codeOf(gate.load(token))
  }
  expect(await at(noon + 1800)).toBe('loaded')
  expect(gate.state).toBe('stale')
  expect(await at(noon + 1790)).toBe('loaded')
  expect(await at(noon - 61)).toBe('ERR_CLAIM_INVALID')
  expect(await at(noon + 3659)).toBe('loaded')
  expect(await at(noon + 3600)).toBe('loaded')
  expect(await at(noon + 3598)).toBe('ERR_CLAIM_INVALID')
  expect(await at(noon + 3660)).toBe('ERR_SNAPSHOT_EXPIRED')
  expect(await at(Number.NaN)).toBe('ERR_CLAIM_INVALID')
  expect(gate.can('chat-settings')).toBe(false)
})

it('costs the loads of two people nothing of their order', async () => {
  const gate = empty()
  const [one, two] = [await sign({ sub: 'u1' }), await sign({ sub: 'u2' })]
  await gate.load(one)
  await Promise.all([gate.load(two), gate.load(one), gate.load(one)])
  expect(await verifications(() => gate.load(one))).toBe(0)
})
