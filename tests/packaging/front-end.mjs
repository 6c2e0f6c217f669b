// Builds and tests a front end in Rust, outside of this repository, on the packed core: with wasm-pack,
// in Node and in the browsers that ENGINES names. Its module exports what is its own and weighs what
// it uses.

import { deepEqual, equal, match, ok, throws } from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { folder, root, unpack, usePinnedVersions } from './crate.mjs'
import { snapshot } from './snapshot.mjs'
import { run, step } from './steps.mjs'

/**
 * Bytes of a module with one function, which reads a catalog, built with Cargo's own release profile.
 * It holds 142 KB: the reader of catalogs, half of it, the reader of JSON, SHA-256, the allocator, and
 * what writes messages. With signatures, gates and the edge to JavaScript it would be 340 KB.
 */
const BUDGET = 170 * 1024

const work = folder('front-end')
const core = unpack('rolegate', work)
const project = join(work, 'front-end')
cpSync(fileURLToPath(new URL('rust-front-end', import.meta.url)), project, { recursive: true })
cpSync(join(root, 'webdriver.json'), join(project, 'webdriver.json'))
usePinnedVersions(project)
const { keys, token } = snapshot(join(core, 'catalogs/adobe-dynamic-chat.json'))
writeFileSync(join(project, 'keys.json'), JSON.stringify(keys))
writeFileSync(join(project, 'token'), token)

const engines = process.env.ENGINES?.split(' ') ?? ['chrome', 'firefox']
const drivers = {
  chrome: ['--chrome', '--chromedriver', process.env.CHROMEDRIVER],
  firefox: ['--firefox', '--geckodriver', process.env.GECKODRIVER],
}

await step('wasm-pack test, Node', () => tests('node', '--node'))
for (const engine of engines.filter(engine => engine in drivers)) {
  await step(`wasm-pack test, ${engine}`, () => tests('browser', '--headless', ...drivers[engine]))
}
await step('wasm-pack build: exports and weight', async () => {
  run(project, 'wasm-pack', 'build', '--target', 'web', '--', '--offline')
  const bytes = readFileSync(join(project, 'pkg/front_end_bg.wasm'))
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name)
  // What begins with `__` is wasm-bindgen's, for every module.
  deepEqual(exported.filter(name => !name.startsWith('__')).sort(), ['memory', 'problem'])
  const glue = await import(pathToFileURL(join(project, 'pkg/front_end.js')))
  deepEqual(Object.keys(glue).sort(), ['default', 'initSync', 'problem'])
  glue.initSync({ module: bytes })
  equal(glue.problem(readFileSync(join(core, 'catalogs/pandadoc.json'))), undefined)
  match(glue.problem(new Uint8Array()), /catalog/)
  ok(bytes.length <= BUDGET, `the module weighs ${bytes.length} bytes, more than ${BUDGET}`)
})
await step('wasm-pack build of the core itself: refused, and nothing is overwritten', () => {
  mkdirSync(join(core, 'pkg'))
  writeFileSync(join(core, 'pkg/package.json'), '{}')
  throws(() => run(core, 'wasm-pack', 'build', '--', '--offline'), /crate-type must be cdylib/)
  equal(readFileSync(join(core, 'pkg/package.json'), 'utf8'), '{}')
})

function tests(program, ...where) {
  const printed = run(project, 'wasm-pack', 'test', ...where, '--', '--offline', '--test', program)
  // wasm-pack is content when there is no test to run.
  match(printed, /^test result: ok\. 2 passed/m)
}
