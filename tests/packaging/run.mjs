// Packs the npm package as it would be published, installs it into fresh projects without a network,
// and asks each of them for one permission that is granted and one that is not.

import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answersInBrowser, answersInDevelopment, closeBrowser } from './browser.mjs'
import { checkFault, faults } from './faults.mjs'
import { snapshot } from './snapshot.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const work = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-packaging-')))
const right = { granted: true, notGranted: false }
let failures = 0

try {
  const tarball = await step('pack', pack)
  await step('node', () => {
    const project = install('node', tarball)
    deepEqual(JSON.parse(run(project, process.execPath, 'index.mjs')), right)
  })
  await step('page without a bundler', async () => {
    deepEqual(await answersInBrowser(install('page', tarball)), right)
  })
  await step('vite', async () => {
    const project = install('vite', tarball)
    run(project, process.execPath, join(root, 'node_modules/vite/bin/vite.js'), 'build')
    const built = join(project, 'dist')
    const wasm = readdirSync(built, { recursive: true }).filter(file => file.endsWith('.wasm'))
    equal(wasm.length, 1, `the build holds ${wasm.length} wasm files`)
    deepEqual(await answersInBrowser(built), { page: right, worker: right })
  })
  await step('vite, its development server', async () => {
    const project = install('vite', tarball)
    deepEqual(await answersInDevelopment(project), { page: right, worker: right })
  })
  const broken = install('faults', tarball)
  for (const [what, how, message] of faults) {
    await step(`page, engine ${what}`, () => checkFault(broken, how, message))
  }
  const typed = install('types', tarball)
  for (const [module, moduleResolution] of [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    for (const config of ['tsconfig.json', 'no-dom.json']) {
      await step(`types under ${moduleResolution}, ${config}`, () => {
        const tsc = join(root, 'node_modules/typescript/bin/tsc')
        const options = ['-p', config, '-m', module, '--moduleResolution', moduleResolution]
        run(typed, process.execPath, tsc, ...options)
      })
    }
  }
} finally {
  await closeBrowser()
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1

async function step(name, work) {
  const started = performance.now()
  try {
    const result = await work()
    console.log(`ok   ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    return result
  } catch (error) {
    failures += 1
    console.log(`FAIL ${name}`)
    console.error(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
    if (name === 'pack') process.exit(1)
  }
}

/** Makes the tarball, and checks that it holds what was built and nothing else. */
function pack() {
  const [packed] = JSON.parse(
    run(root, 'npm', 'pack', '-w', 'pkg', '--json', '--pack-destination', work),
  )
  const files = packed.files.map(file => file.path)
  const strange = files.filter(
    file => !/^(dist\/|package\.json$|README|LICENSE|CHANGELOG)/.test(file),
  )
  deepEqual(strange, [], 'the package holds more than what was built')
  for (const file of ['dist/rolegate.wasm', 'dist/index.js', 'dist/index.d.ts']) {
    ok(files.includes(file), `the package lacks ${file}`)
  }
  return join(work, packed.filename)
}

/** A fresh project in a folder of its own, with the tarball as its only dependency. */
function install(name, tarball) {
  const project = mkdtempSync(join(work, `${name}-`))
  cpSync(join(here, name), project, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', tarball)
  deepEqual(
    readdirSync(join(project, 'node_modules')).filter(entry => !entry.startsWith('.')),
    ['rolegate'],
  )
  const catalog = join(project, 'node_modules/rolegate/dist/catalogs/adobe-dynamic-chat.json')
  writeFileSync(join(project, 'snapshot.json'), JSON.stringify(snapshot(catalog)))
  return project
}

function run(cwd, program, ...args) {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
