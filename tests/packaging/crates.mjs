// Packs both crates as they would be published, and runs the tests of each on its packed files alone.

import { match } from 'node:assert/strict'
import { join } from 'node:path'
import { folder, root, unpack } from './crate.mjs'
import { run, step } from './steps.mjs'

const work = folder('crates')
const library = unpack('rolegate', work)
process.env.CARGO_TARGET_DIR = join(root, 'target', 'crates')
process.env.CARGO_PROFILE_DEV_DEBUG = '0'

await step('rolegate', () => tests(library))
await step('rolegate-cli', () => {
  // The registry does not have this version of the library yet.
  const patch = `patch.crates-io.rolegate.path=${JSON.stringify(library)}`
  tests(unpack('rolegate-cli', work), '--config', patch)
})

function tests(crate, ...options) {
  const printed = run(crate, 'cargo', 'test', '--offline', ...options)
  match(printed, /^test result: ok\. [1-9]/m)
}
