#!/usr/bin/env node
// Runs the command `rolegate`, which is compiled to WebAssembly, with Node's own WASI.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The exit code of the command for anything but an answer; 1 would say that the answer is no. */
const FAILED = 3
/** How the command names a file that everyone may read, until it is complete. */
const PUBLIC = /\.public-[0-9a-f]{16}$/

try {
  process.exitCode = run(process.argv.slice(2), process.cwd())
} catch (error) {
  console.error(`error: the command cannot run in Node ${process.version}: ${error.message}`)
  process.exitCode = FAILED
}

function run(options, folder) {
  const { WASI } = withoutWarning(() => createRequire(import.meta.url)('node:wasi'))
  const wasi = new WASI({
    version: 'preview1',
    args: ['rolegate', ...options],
    env: { ...process.env, PWD: folder },
    preopens: process.platform === 'win32' ? drives([folder, ...options]) : { '/': '/' },
  })
  const module = new WebAssembly.Module(
    readFileSync(new URL('dist/rolegate.wasm', import.meta.url)),
  )
  const calls = Object.fromEntries(
    // Node crashes if it collects garbage in a call that WebAssembly makes without JavaScript between.
    Object.entries(wasi.wasiImport).map(([name, call]) => [name, (...values) => call(...values)]),
  )
  keepPrivate(calls, () => instance.exports.memory.buffer)
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: calls })
  return wasi.start(instance)
}

/** Node warns that WASI is experimental; the command uses the part of it that does not change. */
function withoutWarning(load) {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return load()
  } finally {
    process.emitWarning = emitWarning
  }
}

/** The drives that a command line names, each as a folder: `C:\` is `/C:`. */
function drives(texts) {
  const named = texts.flatMap(text => /(?:^|=)([a-z]:)/i.exec(text)?.[1].toUpperCase() ?? [])
  return Object.fromEntries(named.map(drive => [`/${drive}`, `${drive}\\`]))
}

/** WASI has no file modes: what the command creates is its owner's alone, unless it is named public. */
function keepPrivate(calls, memory) {
  const { path_open } = calls
  const usual = process.umask()
  calls.path_open = (...values) => {
    const [, , start, length] = values
    const isPublic = PUBLIC.test(Buffer.from(memory(), start, length).toString())
    process.umask(isPublic ? usual : usual | 0o077)
    try {
      return path_open(...values)
    } finally {
      process.umask(usual)
    }
  }
}
