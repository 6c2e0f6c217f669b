// Compares rolegate with other engines on the same questions, in two versions of Node and in Chromium,
// and prints what it found as Markdown. With `--check` it fails when a goal is missed; with
// `--keep FILE` it also writes the report there.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { nodeOf } from '../scripts/node-of.mjs'
import { coldStarts, inChromium } from './src/pages.mjs'
import { report } from './src/report.mjs'

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, keep: { type: 'string' } },
})

const root = fileURLToPath(new URL('..', import.meta.url))
const load = loadavg()[0].toFixed(1)
const environments = []
for (const version of ['20', '24']) {
  environments.push(inNode(nodeOf(version, `${root}target/bench/node-${version}`)))
}
environments.push(await inChromium())
const starts = await coldStarts()

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${load}; ${environments.map(({ name }) => name).join(', ')}; ${versions()}.`
const { text, reached } = report({ machine, environments, starts })
console.log(text)
if (options.keep !== undefined) writeFileSync(options.keep, text)
if (options.check && !reached) process.exitCode = 1

/** Measures in a Node, whose program is given. */
function inNode(program) {
  const found = execFileSync(
    program,
    // Without the flag Node 20 aborts at times ("unreachable code" in the deoptimizer): Cedar's wasm
    // returns references. tests/js/engine/shipped-wasm.node.test.ts keeps rolegate's from doing so.
    ['--no-warnings', '--no-turbo-inline-js-wasm-calls', `${root}bench/src/in-node.mjs`],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return JSON.parse(found)
}

function versions() {
  const { dependencies } = createRequire(import.meta.url)('./package.json')
  return Object.entries(dependencies)
    .filter(([name]) => name !== 'rolegate')
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')
}
