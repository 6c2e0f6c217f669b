// Builds and tests the front end in Rust of `examples/`, outside of this repository, on the packed core
// and the packed npm package: its page with wasm-pack in the browsers that ENGINES names, its server,
// and both together in Chromium. The page's module exports what is its own and weighs what it uses.

import { deepEqual, equal, match, ok, throws } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, expect } from '@playwright/test'
import { writeFiles } from '../docs/pages.mjs'
import { folder, root, unpack } from './crate.mjs'
import { pack } from './pack.mjs'
import { run, step } from './steps.mjs'

/**
 * Bytes of the page's module, which weighs 249 KB: the core with signatures and gates, the catalog, and what
 * draws into the document.
 */
const BUDGET = 270 * 1024

/** What is made in the example's folder, and does not belong to it. */
const MADE = ['node_modules', 'public/pkg', 'target']

const work = folder('front-end')
const core = unpack('rolegate', work)
const project = join(work, 'front-end')
const example = join(root, 'examples/rust-front-end')
cpSync(example, project, {
  recursive: true,
  dereference: true,
  filter: file => !MADE.includes(file.slice(example.length + 1)),
})
const manifest = join(project, 'Cargo.toml')
const here = readFileSync(manifest, 'utf8')
writeFileSync(manifest, here.replace('path = "../.."', `path = ${JSON.stringify(core)}`))

// The compiler's own target, and the folder of all runs.
delete process.env.CARGO_BUILD_TARGET
process.env.CARGO_TARGET_DIR = join(root, 'target/front-end')
process.env.CARGO_PROFILE_DEV_DEBUG = '0'

const engines = process.env.ENGINES?.split(' ') ?? ['chrome', 'firefox']
const { CHROMEDRIVER, GECKODRIVER } = process.env
const drivers = {
  chrome: ['--chrome', '--chromedriver', CHROMEDRIVER],
  firefox: ['--firefox', '--geckodriver', GECKODRIVER],
}
// wasm-bindgen takes the first driver that it finds there.
delete process.env.CHROMEDRIVER
delete process.env.GECKODRIVER

await step('install', () => {
  run(project, 'cargo', 'fetch')
  const { tarball } = pack(work)
  run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--no-save', tarball)
})
for (const engine of engines.filter(engine => engine in drivers)) {
  await step(`wasm-pack test, ${engine}`, () => tests(project, engine, [1, 6]))
}
const [engine = 'chrome'] = engines.filter(engine => engine in drivers)
await step(`the project of docs/testing-rust-ui.md, ${engine}`, () => {
  const page = 'docs/testing-rust-ui.md'
  const documented = join(work, 'toolbar')
  writeFiles(documented, 'docs/quick-start.md', page)
  for (const file of ['Cargo.lock', 'webdriver.json']) {
    cpSync(join(example, file), join(documented, file))
  }
  tests(documented, engine, [2])
})
await step('cargo test, the server', () => {
  match(run(project, 'cargo', 'test', '--offline', '-p', 'server'), /^test result: ok\. [1-9]/m)
})
await step('wasm-pack build: exports and weight', () => {
  run(project, 'npm', 'run', 'build', '--', '--', '--offline')
  const bytes = readFileSync(join(project, 'public/pkg/page_bg.wasm'))
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name)
  // What begins with `__` is wasm-bindgen's, and a closure has a name that it makes.
  const own = exported.filter(name => !/^(__|wasm_bindgen_)/.test(name))
  deepEqual(own.toSorted(), ['memory', 'start'])
  console.log(`     the page's module weighs ${Math.ceil(bytes.length / 1024)} KB`)
  ok(bytes.length <= BUDGET, `the module weighs ${bytes.length} bytes, more than ${BUDGET}`)
})
await step('the page with its server, in Chromium', together)
await step('wasm-pack build of the core itself: refused, and nothing is overwritten', () => {
  mkdirSync(join(core, 'pkg'))
  writeFileSync(join(core, 'pkg/package.json'), '{}')
  throws(() => run(core, 'wasm-pack', 'build', '--', '--offline'), /crate-type must be cdylib/)
  equal(readFileSync(join(core, 'pkg/package.json'), 'utf8'), '{}')
})

/** Runs the tests of a project in a browser, and checks how many of each file have passed. */
function tests(folder, engine, counts) {
  const options = ['test', '--headless', ...drivers[engine], '--', '--offline']
  const printed = run(folder, 'wasm-pack', ...options)
  // wasm-pack is content when there is no test to run.
  const passed = printed.match(/(?<=^test result: ok\. )[1-9]\d*(?= passed)/gm) ?? []
  deepEqual(passed.map(Number), counts)
}

/** People sign in, see what is theirs, and use it. */
async function together() {
  run(project, 'cargo', 'build', '--offline', '-p', 'server')
  const server = spawn(join(process.env.CARGO_TARGET_DIR, 'debug/server'), {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await chromium.launch({ executablePath: process.env.CHROME })
  try {
    const [address] = await once(createInterface(server.stdout), 'line')
    const page = await browser.newPage()
    await page.goto(address)
    const control = name => page.getByRole('button', { name, exact: true })
    await expect(page.getByRole('status')).toContainText('cannot fetch /role-snapshot')
    await page.getByRole('button', { name: 'Ada' }).click()
    await control('Export reports').click()
    await expect(page.getByRole('status')).toHaveText('done')
    await expect(control('Agent Inbox')).toHaveCount(0)
    await page.getByRole('button', { name: 'Ben' }).click()
    await expect(control('Agent Inbox')).toBeVisible()
    await expect(control('Export reports')).toHaveCount(0)
    await expect(page.locator('.offer', { hasText: 'View Conversation Summary' })).toBeVisible()
    const status = await page.evaluate(() =>
      fetch('/actions/reports.export', { method: 'POST' }).then(answer => answer.status),
    )
    equal(status, 403)
  } finally {
    await browser.close()
    server.kill()
  }
}
