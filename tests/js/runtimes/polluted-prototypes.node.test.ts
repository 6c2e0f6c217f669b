import { readdirSync, readFileSync } from 'node:fs'
import type { Gate } from 'rolegate'
import { expect, it } from 'vitest'
import { allowed } from '../helpers/everything-allowed.ts'
import { Clock, empty, loaded, sign, snapshot } from '../helpers/gates.ts'

// What an app puts on `Object.prototype` by accident, as by merging JSON from somewhere, is found by
// every look at a member that an object does not have.

const code = new URL('../../../pkg/dist/', import.meta.url)
const names = new Set(
  readdirSync(code)
    .filter(name => name.endsWith('.js'))
    .flatMap(name => readFileSync(new URL(name, code), 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? []),
)
for (let index = -1; index < 64; index += 1) names.add(String(index))
for (const own of Reflect.ownKeys(Object.prototype)) names.delete(String(own))

async function polluted<T>(name: string, value: unknown, work: () => T): Promise<Awaited<T>> {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
  try {
    return await work()
  } finally {
    delete (Object.prototype as Record<string, unknown>)[name]
  }
}

/** The gate after its clock has been set back: nothing is allowed any more. */
async function setBack(): Promise<Gate> {
  const clock = new Clock()
  const gate = await loaded(sign(), { now: clock.now })
  clock.time += 600
  expect(gate.state).toBe('ready')
  clock.time -= 600
  return gate
}

/** What a gate allows that is made now, if one can be made at all. */
async function late(token: string): Promise<string[]> {
  let gate: Gate
  try {
    gate = empty()
  } catch {
    return []
  }
  await gate.load(token).catch(() => {})
  return allowed(gate)
}

it.each([0, 1, true, 'on'])('nothing more is granted where a prototype holds %j', async value => {
  const token = await snapshot({ roles: ['agent'], filters: [{ queues: ['q1'] }] })
  const [ready, back] = [await loaded(token), await setBack()]
  const clean = allowed(ready)
  expect(clean).toContain('can chat-settings 0')
  expect(allowed(back)).toEqual([])
  expect(names.size).toBeGreaterThan(500)
  for (const name of names) {
    const seen = await polluted(name, value, async () => {
      return { before: allowed(ready), back: allowed(back), late: await late(token) }
    })
    expect(clean, name).toEqual(expect.arrayContaining([...seen.before, ...seen.late]))
    expect(seen.back, name).toEqual([])
  }
})
