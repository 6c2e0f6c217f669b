// How the client is imported, and beside what.

import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { options, sign } from '../helpers/gates.ts'

const dist = fileURLToPath(new URL('../../../pkg/dist', import.meta.url))

/** What a program prints that stands in the built package. */
function printed(folder: string, program: string): string {
  const args = ['--input-type=module', '--eval', program]
  return execFileSync(process.execPath, args, { encoding: 'utf8', cwd: folder })
}

it('an engine that was chosen on purpose is the one, whichever entry comes first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolegate-client-'))
  try {
    cpSync(dist, folder, { recursive: true })
    // The main entry would report that it has lost its file.
    rmSync(join(folder, 'rolegate.wasm'))
    const entry = (name: string) =>
      `import '${pathToFileURL(join(folder, `entrypoints/${name}.js`))}'`
    const { keys, issuer, audience, catalog, now } = options
    const desk = JSON.stringify({ keys, issuer, audience, catalog, strict: true })
    const program = `
      const { createClient } = await import('${pathToFileURL(join(folder, 'entrypoints/client-node.js'))}')
      console.error = console.log
      const client = createClient({ ...${desk}, now: () => ${now?.()}, fetchToken: () => '${await sign()}' })
      console.log((await client.ready()).state)`
    for (const order of [
      ['inline', 'client-node'],
      ['client-node', 'inline'],
    ]) {
      expect(printed(folder, order.map(entry).join('\n') + program)).toBe('ready\n')
    }
    expect(printed(folder, entry('client-node') + program)).toMatch(/^ready\nrolegate: .*copy/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('`require` gives the client of the same package', () => {
  const program = `
    const { createClient } = require('rolegate/client')
    console.log(typeof createClient)`
  for (const flag of ['--experimental-require-module', '--no-experimental-require-module']) {
    const run = [flag, '--input-type=commonjs', '--eval', program]
    expect(execFileSync(process.execPath, run, { encoding: 'utf8', cwd: dist })).toBe('function\n')
  }
})
