import type { Gate } from 'rolegate'
import { beforeAll, expect, it, vi } from 'vitest'
import { changeInstances } from '../helpers/engine-instances.ts'
import { empty, loaded, sign } from '../helpers/gates.ts'

let memory: WebAssembly.Memory | undefined
changeInstances(exports => {
  memory = exports['memory'] as WebAssembly.Memory
  return exports
})

/** Memory of the engine, in pages; it never shrinks. */
const pages = () => (memory?.buffer.byteLength ?? 0) / 65_536
const collect = async () => {
  expect(globalThis.gc).toBeTypeOf('function')
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.()
    await new Promise(resolve => setImmediate(resolve))
  }
}

let good: string
let bad: string
beforeAll(async () => {
  good = await sign()
  bad = await sign({ iss: 'https://other.example' })
})
// A thousand signatures take their time.
vi.setConfig({ testTimeout: 120_000 })

/** Memory of JavaScript, in bytes, without what nobody holds any more. */
const heap = async () => {
  await collect()
  return process.memoryUsage().heapUsed
}
const MEBIBYTE = 1 << 20

it('does not grow with loads, good and bad, nor with questions', async () => {
  const gate = empty()
  const round = async (count: number) => {
    for (let load = 0; load < count; load += 1) {
      await gate.load(load % 10 === 0 ? bad : good).catch(() => {})
      if (load % 10 !== 1) continue
      gate.decideAll({ agent: `u${load}` }, 'conversation')
      gate.explain('insights.share')
      gate.in(`w${load % 3}`).can('reports.export')
    }
  }
  await round(100)
  const before = pages()
  await round(2000)
  const taken = await heap()
  await round(8000)
  expect(pages()).toBe(before)
  expect((await heap()) - taken).toBeLessThan(MEBIBYTE)
})

it('does not grow with gates that are disposed', async () => {
  for (let gate = 0; gate < 20; gate += 1) (await loaded(good)).dispose()
  const before = pages()
  for (let gate = 0; gate < 500; gate += 1) (await loaded(good)).dispose()
  const taken = await heap()
  for (let gate = 0; gate < 1000; gate += 1) (await loaded(good)).dispose()
  for (let gate = 0; gate < 100_000; gate += 1) empty().dispose()
  expect(pages()).toBe(before)
  expect((await heap()) - taken).toBeLessThan(MEBIBYTE)
})

it('holds a catalog once, however many gates use it', async () => {
  const permissions = Array.from({ length: 4000 }, (_, at) => ({
    id: `documents.right-${at}`,
    label: { en: `Right ${at}` },
    values: 'switch',
  }))
  const label = { en: 'Large' }
  const large = JSON.stringify({
    format: 1,
    id: 'large',
    label,
    areas: [{ id: 'all', label, permissions }],
    roles: [],
  })
  const gates: Gate[] = []
  // A snapshot that is refused leaves a gate that has read its catalog.
  const make = async (count: number) => {
    for (let made = 0; made < count; made += 1) {
      const gate = empty({ catalog: large })
      await gate.load(bad).catch(() => {})
      gates.push(gate)
    }
  }
  await make(2)
  expect(gates[0]?.decide('documents.right-1').code).toBe('no-snapshot')
  const before = pages()
  await make(50)
  expect(pages() - before).toBeLessThan(8)
  for (const gate of gates) gate.dispose()
})

it('is given back by gates that are dropped', async () => {
  const drop = async (count: number) => {
    for (let gate = 0; gate < count; gate += 1) await loaded(good)
    await collect()
  }
  await drop(50)
  const before = pages()
  for (let round = 0; round < 6; round += 1) await drop(50)
  expect(pages()).toBe(before)
})
