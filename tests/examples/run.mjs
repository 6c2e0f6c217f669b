// Runs the tests of each application in `examples/` as somebody would who has copied its folder: the
// packages of its lock file, and the packed package in place of the one in this repository.
//
//   node run.mjs [example…]

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeOf } from '../../scripts/node-of.mjs'
import { run } from '../environments/processes.mjs'
import { pack } from '../packaging/pack.mjs'
import { step } from '../packaging/steps.mjs'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))
const all = readdirSync(examples).filter(name => existsSync(join(examples, name, 'package.json')))
const selected = process.argv.slice(2)
const unknown = selected.filter(name => !all.includes(name))
if (unknown.length > 0) {
  console.error(`no example is called ${unknown.join(', ')}; there are ${all.join(', ')}`)
  process.exit(1)
}
const work = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-examples-')))

/** What lies beside the applications here is nothing of theirs. */
const MADE = new Set(['data', 'dist', 'node_modules', 'test-results'])

try {
  // Where the examples' manifests look for the package.
  const packed = join(work, 'pkg')
  mkdirSync(packed)
  const unpack = `tar -xzf ${pack(work).tarball} -C ${packed} --strip-components 1`
  await run(unpack, { cwd: work, env: process.env })
  for (const name of selected.length > 0 ? selected : all) await step(name, () => tested(name))
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}

async function tested(name) {
  if (existsSync(join(examples, name, 'Cargo.toml'))) {
    await import('../packaging/front-end.mjs')
    return
  }
  const folder = join(work, 'examples', name)
  cpSync(join(examples, name), folder, {
    recursive: true,
    filter: file => !MADE.has(file.slice(join(examples, name).length + 1)),
  })
  const { engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const options = { cwd: folder, env: { ...process.env, CI: '1', PATH: pathWith(engines.node) } }
  await run('npm ci --prefer-offline', options)
  await run('npm test', options)
}

/** The path with a Node that the example needs: the one that runs this, or the next that will do. */
function pathWith(wanted) {
  const least = wanted.replace('>=', '').split('.').map(Number)
  const here = process.versions.node.split('.').map(Number)
  const isEnough = here[0] > least[0] || (here[0] === least[0] && here[1] >= (least[1] ?? 0))
  if (isEnough) return process.env.PATH
  const node = dirname(nodeOf('24', join(work, 'node-24')))
  return [node, process.env.PATH].join(delimiter)
}
