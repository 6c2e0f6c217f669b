// Packs the npm package of the command as it would be published, installs it into a fresh project
// without a network, and runs the tests of the command on `npx rolegate` there.

import { deepEqual, equal, match } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from './pack.mjs'
import { run, step } from './steps.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-command-')))
const project = join(work, 'project')
const program = join(project, 'node_modules/.bin/rolegate')

try {
  const tarball = (await step('pack', packed)) ?? process.exit()
  await step('install', () => {
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{ "private": true }\n')
    run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', tarball)
  })
  await step('npx rolegate', () => {
    const told = npx('keygen', '--out', 'keys', '--kid', 'k1')
    deepEqual(told, {
      code: 0,
      out: 'key k1\nprivate key in keys/private.jwk\npublic key set in keys/jwks.json\n',
      err: '',
    })
    equal(JSON.parse(readFileSync(join(project, 'keys/jwks.json'))).keys[0].kid, 'k1')
    equal(npx('verify').code, 2)
  })
  await step('the demo says what to do', () => {
    for (const options of [[], ['--port', '0']]) {
      deepEqual(npx('demo', ...options), {
        code: 3,
        out: '',
        err: "error: the demo needs the native command: in a clone of rolegate's repository, `make demo` builds and starts it\n",
      })
    }
  })
  await step('a failure of Node is no answer', () => {
    const installed = join(project, 'node_modules/rolegate-cli')
    const cut = join(work, 'cut')
    run(work, 'cp', '-r', installed, cut)
    writeFileSync(join(cut, 'dist/rolegate.wasm'), 'cut')
    const { code, out, err } = ended(process.execPath, join(cut, 'rolegate.mjs'), '--version')
    deepEqual([code, out], [3, ''])
    match(err, /^error: the command cannot run in Node v.*: WebAssembly.*\n$/)
  })
  await step('much at once', () => {
    // More than 8 MB made Node collect garbage in a call of its own, and crash.
    const claims = JSON.stringify({ x: 'x'.repeat(16e6) })
    writeFileSync(join(project, 'claims.json'), claims)
    const { code, out, err } = ended(program, 'sign', '--key', 'keys/private.jwk', 'claims.json')
    deepEqual([code, err], [0, ''])
    equal(Buffer.from(out.split('.')[1], 'base64url').toString() === claims, true)
  })
  await step('the tests of the command', () => {
    const options = [
      '--locked',
      '-p',
      'rolegate-cli',
      '--test',
      'command',
      '--',
      '--skip',
      'demo::',
    ]
    process.env.ROLEGATE_COMMAND = program
    const told = run(root, 'cargo', 'test', ...options)
    match(told, /^test result: ok\. [1-9]/m)
  })
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Makes the tarball, and checks that it holds what it needs and nothing else. */
function packed() {
  const { tarball, files } = pack(work, 'cli/npm')
  deepEqual(files.toSorted(), [
    'README.md',
    'dist/LICENSE-APACHE',
    'dist/LICENSE-MIT',
    'dist/rolegate.wasm',
    'package.json',
    'rolegate.mjs',
  ])
  const { dependencies, scripts } = JSON.parse(readFileSync(join(root, 'cli/npm/package.json')))
  deepEqual([dependencies, scripts], [undefined, undefined])
  return tarball
}

/** Runs the command in the project as people do. */
function npx(...options) {
  return ended('npx', '--no', 'rolegate', ...options)
}

function ended(command, ...options) {
  const { status, stdout, stderr } = spawnSync(command, options, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  return { code: status, out: stdout, err: stderr }
}
