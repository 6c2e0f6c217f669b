// Asks a gate in the templates of real Angular applications with zone.js: rendered on a server, and in
// a page. Where a question starts a job in Angular's zone, rendering has no end; where a listener's
// timer is in it, the server answers when the snapshot expires.

import { deepEqual, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { writeFiles } from '../docs/pages.mjs'
import { answersInBrowser, closeBrowser } from '../packaging/browser.mjs'
import { pack } from '../packaging/pack.mjs'
import { snapshot } from '../packaging/snapshot.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const work = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-angular-')))
const empty = 'false false loading false 0 empty 0 false'
const ready = 'true false hide true 2 ready 0 true'
let failures = 0

try {
  const { tarball } = pack(work)
  for (const version of ['20', '21']) {
    const project = install(version, tarball)
    await test(`Angular ${version}, rendered on a server`, () => {
      // Angular has a line of its own to print.
      const printed = run(project, process.execPath, 'server.mjs').trim().split('\n')
      const { rendered, drawn, rounds } = JSON.parse(printed.at(-1))
      deepEqual(rendered, [empty, ready])
      deepEqual(drawn, { content: 'yes', control: 'hide' })
      ok(rounds < 200, `${rounds} evaluations`)
    })
    await test(`Angular ${version}, in a page`, async () => {
      await build({ root: project, configFile: false, logLevel: 'error' })
      const policy = "default-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-eval'"
      const answers = await answersInBrowser(join(project, 'dist'), { policy })
      const { rounds, ...others } = answers
      deepEqual(others, {
        before: empty,
        after: ready,
        recipe: ['false loading', 'true yes show'],
        pending: { micro: false, macro: false },
      })
      ok(rounds < 400, `${rounds} evaluations`)
    })
  }
} finally {
  await closeBrowser()
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1

async function test(name, work) {
  try {
    await work()
    console.log(`ok   ${name}`)
  } catch (error) {
    failures += 1
    console.log(`FAIL ${name}`)
    console.error(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
  }
}

/** A fresh application of that version of Angular, with the packed package. */
function install(version, tarball) {
  const project = mkdtempSync(join(work, `${version}-`))
  writeFiles(project, 'docs/frameworks.md')
  for (const name of ['app.mjs', 'server.mjs', 'main.mjs', 'index.html', 'gate.js']) {
    cpSync(join(here, name), join(project, name))
  }
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(here, version, name), join(project, name))
  }
  run(project, 'npm', 'ci', '--no-audit', '--no-fund')
  run(project, 'npm', 'install', '--no-save', '--no-audit', '--no-fund', tarball)
  const catalog = join(project, 'node_modules/rolegate/dist/catalogs/adobe-dynamic-chat.json')
  // By the clock of the device: one that the application gives is asked at every question.
  const now = Math.floor(Date.now() / 1000)
  writeFileSync(join(project, 'snapshot.json'), JSON.stringify(snapshot(catalog, now)))
  return project
}

/** Runs a program; one that is not done in two minutes never will be. */
function run(cwd, program, ...args) {
  return execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
  })
}
