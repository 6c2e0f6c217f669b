import wasmInline from 'rolegate/rolegate.wasm?url&inline'
import { createGate, type Gate, preload, provideEngine } from 'rolegate/slim'
import { expect, it, vi } from 'vitest'
import { changeInstances } from '../helpers/engine-instances.ts'
import { nextTurn, options, sign } from '../helpers/gates.ts'

// All gates share one engine, so the tests go from the first start that fails to the one that succeeds.

const wasm = new Uint8Array(await (await fetch(wasmInline)).arrayBuffer())
const code = vi.fn(async (): Promise<Uint8Array<ArrayBuffer>> => wasm)
const compile = vi.spyOn(WebAssembly, 'compile')
let instances = 0
let indexed = 0
changeInstances(exports => {
  instances += 1
  const { engine_permissions: permissions } = exports
  const counted = (...handle: unknown[]): unknown => {
    indexed += 1
    return (permissions as (...handle: unknown[]) => unknown)(...handle)
  }
  return { ...exports, engine_permissions: counted }
})

/** What an application sees of a gate that holds no snapshot. */
const seen = (gate: Gate): unknown[] => [
  gate.state,
  gate.version,
  gate.decide('chat-settings'),
  gate.decideAll(),
]

it('does not begin for a lazy gate before its first load', async () => {
  provideEngine(code)
  createGate({ ...options, lazy: true })
  await nextTurn()
  expect(code).not.toHaveBeenCalled()
})

it('begins when a gate is made; a failure shows at `load` alone, which tries again', async () => {
  code.mockRejectedValue(new Error('offline'))
  const gate = createGate(options)
  const before = seen(gate)
  await nextTurn()
  expect(code).toHaveBeenCalledTimes(1)
  expect(seen(gate)).toEqual(before)
  await expect(gate.load(await sign())).rejects.toMatchObject({ code: 'ERR_ENGINE_UNAVAILABLE' })
  expect(code).toHaveBeenCalledTimes(2)
  expect(gate.state).toBe('failed')
})

it('begins with `preload`, which reports no failure', async () => {
  code.mockClear()
  preload()
  await nextTurn()
  expect(code).toHaveBeenCalledTimes(1)
  expect(instances).toBe(0)
})

it('takes the engine that is provided after the gate was made, in the same turn', async () => {
  code.mockClear().mockResolvedValue(wasm)
  provideEngine(() => {
    throw new Error('not this one')
  })
  const gate = createGate(options)
  provideEngine(code)
  await gate.load(await sign())
  expect(gate.can('chat-settings')).toBe(true)
  expect(code).toHaveBeenCalledTimes(1)
})

it('is shared by all gates: one compile, one instance, one reading of equal catalogs', async () => {
  const gates = Array.from({ length: 5 }, (_, at) => createGate({ ...options, lazy: at > 2 }))
  const before = seen(gates[0] as Gate)
  await nextTurn()
  expect(seen(gates[0] as Gate)).toEqual(before)
  const token = await sign()
  for (const gate of gates) {
    await gate.load(token)
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
  }
  expect(code).toHaveBeenCalledTimes(1)
  expect([compile.mock.calls.length, instances, indexed]).toEqual([1, 1, 1])
})

it('reads a catalog before the first load, unseen', async () => {
  const { catalog } = options
  const gate = createGate({ ...options, catalog: `${catalog} ` })
  const before = seen(gate)
  await nextTurn()
  expect(indexed).toBe(2)
  expect(seen(gate)).toEqual(before)
  gate.dispose()
})
