// The main entry where tools have moved the script, and left the engine's file behind or replaced it.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest'
import { build } from '../../../pkg/dist/glue/rolegate-build.js'
import { options, sign } from '../helpers/gates.ts'

const dist = fileURLToPath(new URL('../../../pkg/dist/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'rolegate-engine-file-'))
const wasm = readFileSync(join(dist, 'rolegate.wasm'))

let errors: MockInstance<typeof console.error>
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true }))

/** The package in a folder of its own, changed by `damage`, and so with an engine of its own. */
async function moved(
  damage: (at: string) => void,
  entry = 'node',
): Promise<typeof import('rolegate')> {
  const at = mkdtempSync(join(folder, 'copy-'))
  for (const part of ['entrypoints', 'glue', 'rolegate.wasm']) {
    cpSync(join(dist, part), join(at, part), { recursive: true })
  }
  cpSync(dist, at, { recursive: true, filter: name => !/\.(d\.ts|json)$/.test(name) })
  damage(at)
  return import(pathToFileURL(join(at, `entrypoints/${entry}.js`)).href)
}

const file = (bytes: Uint8Array | string) => (at: string) =>
  writeFileSync(join(at, 'rolegate.wasm'), bytes)
const remove = (name: string) => (at: string) => rmSync(join(at, name))

/** The engine as another build has it, which differs in nothing but its name. */
function ofAnotherBuild(): Uint8Array {
  const other = Buffer.from(wasm)
  other.write('another!', other.indexOf(build) + build.length - 8)
  return other
}

const lost: [what: string, damage: (at: string) => void, reason: RegExp][] = [
  ['missing', remove('rolegate.wasm'), /rolegate\.wasm` could not be read/],
  ['a page', file('<!doctype html><title>Not found</title>'), /is not WebAssembly/],
  ['empty', file(''), /is not WebAssembly/],
  ['truncated', file(wasm.subarray(0, wasm.length / 2)), /is damaged/],
  ['cut at its end', file(wasm.subarray(0, -1)), /is damaged/],
  ['another module', file(wasm.subarray(0, 8)), /not the engine of this build/],
  ['of another build', file(ofAnotherBuild()), /not the engine of this build/],
  [
    'a folder',
    at => {
      rmSync(join(at, 'rolegate.wasm'))
      mkdirSync(join(at, 'rolegate.wasm'))
    },
    /could not be read/,
  ],
]

it.each(lost)(
  'a file that is %s is replaced by the copy in the script',
  async (_, damage, reason) => {
    const { createGate } = await moved(damage)
    const quiet = createGate(options)
    await quiet.load(await sign())
    expect(quiet.can('chat-settings')).toBe(true)
    expect(quiet.can('reports.export')).toBe(false)
    expect(errors).not.toHaveBeenCalled()

    const strict = createGate({ ...options, strict: true })
    await strict.load(await sign())
    await strict.load(await sign({ seq: 2 }))
    await createGate({ ...options, strict: true }).load(await sign())
    expect(errors).toHaveBeenCalledOnce()
    const [said] = errors.mock.lastCall ?? []
    expect(said).toMatch(reason)
    expect(said).toContain('`serverExternalPackages` in Next.js')
  },
)

it('a file that is there is used, and nothing is reported', async () => {
  const { createGate } = await moved(remove('glue/rolegate-base64.js'))
  const gate = createGate({ ...options, strict: true })
  await gate.load(await sign())
  expect(gate.can('chat-settings')).toBe(true)
  expect(errors).not.toHaveBeenCalled()
})

it('says what is wrong with the file where the copy is lost too', async () => {
  const { createGate } = await moved(at => {
    remove('rolegate.wasm')(at)
    remove('glue/rolegate-base64.js')(at)
  })
  const gate = createGate(options)
  await expect(gate.load(await sign())).rejects.toMatchObject({
    code: 'ERR_ENGINE_UNAVAILABLE',
    message: expect.stringMatching(
      /could not be read; the script that carries a copy could not be loaded/,
    ),
    cause: expect.any(Error),
  })
  expect(gate.state).toBe('failed')
})

it('the entry for browsers needs no address that can be fetched', async () => {
  const { createGate } = await moved(() => {}, 'web')
  const gate = createGate({ ...options, strict: true })
  await gate.load(await sign())
  expect(gate.can('chat-settings')).toBe(true)
  expect(errors.mock.lastCall?.[0]).toContain("`optimizeDeps: { exclude: ['rolegate'] }`")
})

const forbidding: [what: string, forbid: () => void, message: RegExp][] = [
  [
    'a policy forbids it',
    () =>
      vi
        .spyOn(WebAssembly, 'compile')
        .mockRejectedValue(new WebAssembly.CompileError("violates … 'unsafe-eval'")),
    /'wasm-unsafe-eval'/,
  ],
  ['there is none', () => vi.stubGlobal('WebAssembly', undefined), /no WebAssembly/],
]

it.each(forbidding)('no copy is loaded where %s', async (_, forbid, message) => {
  const { createGate } = await moved(at =>
    writeFileSync(join(at, 'glue/rolegate-base64.js'), 'throw new Error("loaded")'),
  )
  const gate = createGate({ ...options, lazy: true })
  const token = await sign()
  try {
    forbid()
    await expect(gate.load(token)).rejects.toMatchObject({
      code: 'ERR_ENGINE_UNAVAILABLE',
      message: expect.stringMatching(message),
    })
  } finally {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  }
  await gate.load(token)
  expect(gate.can('chat-settings')).toBe(true)
})
