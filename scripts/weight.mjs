// Prints what a build weighs on disk and on the wire, and fails if it is over its budget: the engine's
// `.wasm` file with the script of an entry, as Vite builds it into an application, or the command.

import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'

const [what, wasm, entry] = process.argv.slice(2)
if (what === 'package' && entry !== undefined) {
  // Bytes; a page loads both before it can show anything.
  weigh(basename(wasm), readFileSync(wasm), { raw: 240 * 1024, gzip: 105 * 1024 })
  weigh(`${basename(entry)} in a Vite build`, await bundled(resolve(entry)), { gzip: 17 * 1024 })
} else if (what === 'command' && wasm !== undefined) {
  weigh(basename(wasm), readFileSync(wasm), { raw: 700 * 1024, gzip: 290 * 1024 })
} else {
  console.error(
    'usage: node scripts/weight.mjs package <file.wasm> <entry.js> | command <file.wasm>',
  )
  process.exit(2)
}

function weigh(name, bytes, budget) {
  const weight = {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  }
  const parts = Object.entries(weight).map(([unit, size]) => `${kilobytes(size)} ${unit}`)
  console.log(`${name}: ${parts.join(', ')}`)
  for (const [unit, most] of Object.entries(budget)) {
    if (weight[unit] <= most) continue
    console.error(`${name} is over the budget of ${kilobytes(most)} ${unit}`)
    process.exitCode = 1
  }
}

function kilobytes(size) {
  return `${(size / 1024).toFixed(1)} KB`
}

/** The script of an application that makes a gate; what it loads only at need is not part of it. */
async function bundled(entry) {
  const app = 'app.js'
  const plugin = {
    name: 'app',
    resolveId: id => (id === app ? id : undefined),
    load: id =>
      id === app
        ? `import { createGate, isGateError } from ${JSON.stringify(entry)}
           globalThis.app = { createGate, isGateError }`
        : undefined,
  }
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [plugin],
    build: { write: false, modulePreload: { polyfill: false }, rollupOptions: { input: app } },
  })
  const script = output.find(({ isEntry }) => isEntry)
  return Buffer.from(script.code)
}
