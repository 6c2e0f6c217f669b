// Prints what a `.wasm` file weighs on disk and on the wire, and fails when it is over the budget.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Bytes; a page loads this before it can show anything. */
const BUDGET = { raw: 400 * 1024, gzip: 150 * 1024 }

const file = process.argv[2]
if (file === undefined) {
  console.error('usage: node scripts/weight.mjs <file.wasm>')
  process.exit(2)
}

const bytes = readFileSync(file)
const weight = {
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes).length,
}

const kilobytes = size => `${(size / 1024).toFixed(1)} KB`
const parts = Object.entries(weight).map(([name, size]) => `${kilobytes(size)} ${name}`)
console.log(`${basename(file)}: ${parts.join(', ')}`)

for (const [name, most] of Object.entries(BUDGET)) {
  if (weight[name] > most) {
    console.error(`${basename(file)} is over the budget of ${kilobytes(most)} ${name}`)
    process.exitCode = 1
  }
}
