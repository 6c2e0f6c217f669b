// Whether what is here can be released: one version everywhere, in the changelog too, licences in each
// artefact, a package that the tools which read it find nothing wrong with, and the claimed minimums.

import { ok as assert, deepEqual } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from '../tests/packaging/pack.mjs'
import { snapshot } from '../tests/packaging/snapshot.mjs'
import { nodeOf } from './node-of.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-release-')))
const npm = JSON.parse(read('pkg/package.json'))
let failures = 0

try {
  const { tarball, files } = pack(work)
  const command = pack(work, 'cli/npm')

  check('crates and package have one version', () => {
    const { packages } = JSON.parse(
      run(root, 'cargo', 'metadata', '--locked', '--no-deps', '--format-version', '1'),
    )
    // An empty list of registries: the crate is not published.
    const published = packages.filter(({ publish }) => publish === null)
    deepEqual(
      published.map(({ name, version }) => [name, version]).toSorted(),
      ['rolegate', 'rolegate-cli'].map(name => [name, npm.version]),
    )
    deepEqual(JSON.parse(read('cli/npm/package.json')).version, npm.version)
  })
  check('the changelog has the version', () => {
    assert(
      new RegExp(`^#+ ${npm.version.replaceAll('.', '\\.')}\\b`, 'm').test(read('CHANGELOG.md')),
      `CHANGELOG.md has no heading ${npm.version}`,
    )
  })
  check('every artefact holds its licences', () => {
    for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) {
      for (const packed of [files, command.files]) {
        assert(packed.includes(`dist/${licence}`), `a package lacks ${licence}`)
      }
      for (const crate of ['rolegate', 'rolegate-cli']) {
        const list = run(
          root,
          'cargo',
          'package',
          '--locked',
          '--allow-dirty',
          '--list',
          '-p',
          crate,
        )
        assert(list.split('\n').includes(licence), `the crate ${crate} lacks ${licence}`)
      }
    }
  })
  for (const packed of [tarball, command.tarball]) {
    check(`publint finds nothing in ${basename(packed)}`, () =>
      run(root, process.execPath, 'node_modules/publint/src/cli.js', packed, '--strict'),
    )
    check(`attw finds nothing in ${basename(packed)}`, () => {
      const attw = 'node_modules/@arethetypeswrong/cli/dist/index.js'
      run(root, process.execPath, attw, packed)
    })
  }

  const project = install(tarball)
  check(`the package in Node ${minimum(npm.engines.node)}`, () => {
    const node = nodeVersion(minimum(npm.engines.node))
    deepEqual(JSON.parse(run(project, node, 'index.mjs')), { granted: true, notGranted: false })
  })
  check('the package in TypeScript 5.0', () => {
    cpSync(join(root, 'tests/packaging/types'), project, { recursive: true })
    run(project, 'npm', 'install', '--no-save', '--no-audit', '--no-fund', 'typescript@5.0.4')
    for (const [module, resolution] of [
      ['node16', 'node16'],
      ['esnext', 'bundler'],
    ]) {
      const options = ['-p', '.', '-m', module, '--moduleResolution', resolution]
      run(project, process.execPath, 'node_modules/typescript/bin/tsc', ...options)
    }
  })
  const rust = minimum(/rust-version = "(.*)"/.exec(read('Cargo.toml'))[1])
  check(`the crates in Rust ${rust}`, () => {
    run(root, 'rustup', 'toolchain', 'install', rust, '--profile', 'minimal')
    const target = ['--target-dir', join(root, 'target', `rust-${rust}`)]
    run(
      root,
      'cargo',
      `+${rust}`,
      'test',
      '--locked',
      '-p',
      'rolegate',
      '--test',
      'native',
      ...target,
    )
    run(root, 'cargo', `+${rust}`, 'check', '--locked', '--workspace', ...target)
  })
  check(
    `the package's tests in Node ${minimum(JSON.parse(read('package.json')).engines.node)}`,
    () => {
      const node = nodeVersion(minimum(JSON.parse(read('package.json')).engines.node))
      const vitest = [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--config',
        'vitest.config.ts',
      ]
      run(join(root, 'pkg'), node, ...vitest)
    },
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1

function check(what, work) {
  try {
    work()
    console.log(`ok   ${what}`)
  } catch (error) {
    failures += 1
    console.log(`FAIL ${what}`)
    console.error(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
  }
}

/** The least version that a range such as `>=20.19` allows, in full. */
function minimum(range) {
  const [major, minor = '0', patch = '0'] = range.replace(/^>=/, '').split('.')
  return `${major}.${minor}.${patch}`
}

/** The program of that version of Node. */
function nodeVersion(version) {
  return nodeOf(version, join(work, `node-${version}`))
}

/** A project with the package alone, and a snapshot to ask about. */
function install(tarball) {
  const project = mkdtempSync(join(work, 'project-'))
  cpSync(join(root, 'tests/packaging/node'), project, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', tarball)
  const catalog = join(project, 'node_modules/rolegate/dist/catalogs/adobe-dynamic-chat.json')
  writeFileSync(join(project, 'snapshot.json'), JSON.stringify(snapshot(catalog)))
  return project
}

function read(file) {
  return readFileSync(join(root, file), 'utf8')
}

function run(cwd, program, ...args) {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
