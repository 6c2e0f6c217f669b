import { readFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { createGate, type Gate, provideEngine } from 'rolegate/slim'
import { expect, it } from 'vitest'
import { build } from '../../../pkg/dist/glue/rolegate-build.js'
import { changeInstances } from '../helpers/engine-instances.ts'
import { allowed } from '../helpers/everything-allowed.ts'
import { options, sign } from '../helpers/gates.ts'

// The shipped engine with two changes: each allocation counts `fuse` down, and the one that finds it
// at zero gets no memory; and there are no more than 4 MiB in all.

/** All the memory there is, in pages of 64 KiB. */
const PAGES = 64

let fuse: WebAssembly.Global<'i32'>
changeInstances(exports => {
  fuse = exports['fuse'] as typeof fuse
  return exports
})

provideEngine(
  withLittleMemory(readFileSync(new URL('../../../pkg/dist/rolegate.wasm', import.meta.url))),
)

function withLittleMemory(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const original = binaryen.readBinary(wasm)
  const text = original.emitText()
  // The allocator alone asks for more pages, and whoever needs memory calls it.
  const [before, after, ...others] = text.split('(memory.grow')
  expect([before, after, others]).toEqual([expect.any(String), expect.any(String), []])
  const start = text.lastIndexOf('\n (func ', before?.length)
  const [head] = /^\n \(func \S+ \(param \$0 i32\) \(result i32\)(\n {2}\(local .*)*/.exec(
    text.slice(start),
  ) ?? ['']
  expect(head).not.toBe('')
  const fused = [
    text.slice(0, start),
    '(global $fuse (export "fuse") (mut i32) (i32.const -1))',
    head,
    '(global.set $fuse (i32.sub (global.get $fuse) (i32.const 1)))',
    '(if (i32.eq (global.get $fuse) (i32.const -1)) (then (return (i32.const 0))))',
    text.slice(start + head.length),
  ]
  const module = binaryen.parseText(
    fused.join('\n').replace(/(?<=\n \(memory \S+ \d+)(?=\))/, ` ${PAGES}`),
  )
  module.setFeatures(original.getFeatures())
  // Text has none of the sections that a compiler passes over.
  module.addCustomSection(build, new Uint8Array())
  return new Uint8Array(module.emitBinary())
}

const manager = { memberships: [{ workspace: 'w1', roles: ['manager'], groups: [], filters: [] }] }
const [token, newer] = [await sign(manager), await sign({ ...manager, seq: 2 })]

async function loaded(): Promise<Gate> {
  const gate = createGate(options)
  await gate.load(token)
  return gate
}

it('grants nothing more when an allocation fails, whichever it is', async () => {
  const whole = allowed(await loaded())
  expect(whole).toContain('can reports.export 0')
  let failures = 0
  for (;;) {
    const inUse = fuse
    // Beside the catalog that the engine has read for another gate, one that it has to read.
    const catalog = [`${options.catalog}${' '.repeat(failures + 1)}`, options.catalog as string]
    const gate = createGate({ ...options, catalog, lazy: true })
    inUse.value = failures
    const error: unknown = await gate.load(token).catch((thrown: unknown) => thrown)
    const seen = allowed(gate)
    const spared = inUse.value >= 0
    inUse.value = -1
    if (spared) break
    failures += 1
    if (error !== undefined) expect(error).toMatchObject({ code: 'ERR_ENGINE_UNAVAILABLE' })
    expect(whole).toEqual(expect.arrayContaining(seen))
    expect(gate.state).toBe('failed')
    await gate.load(newer)
    expect(allowed(gate)).toEqual(whole)
    gate.dispose()
  }
  expect(failures).toBeGreaterThan(500)
})

it('denies when there is no memory left, and goes on with what fits', async () => {
  const gate = await loaded()
  const catalog = `${' '.repeat(PAGES * 65_536 - 2 ** 20)}${options.catalog}`
  const large = createGate({ ...options, catalog })
  await expect(large.load(token)).rejects.toMatchObject({ code: 'ERR_ENGINE_UNAVAILABLE' })
  expect(large.state).toBe('failed')
  expect(large.can('reports.export')).toBe(false)
  await gate.load(newer)
  expect(gate.can('reports.export')).toBe(true)
})
