// What a page does whose engine does not come as it should: it decides nothing, and says why.

import { deepEqual, equal, match } from 'node:assert/strict'
import { answersInBrowser } from './browser.mjs'

const HTML = '<!doctype html><title>Not found</title>'
const failed = { state: 'failed', granted: false, notGranted: false, outcome: 'loading' }
const ready = { state: 'ready', granted: true, notGranted: false, outcome: 'show' }

const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Each: what is wrong, how the server does it, and what the page's error must say. */
export const faults = [
  [
    'blocked by the policy',
    { policy: "default-src 'self'; script-src 'self'" },
    /'wasm-unsafe-eval'/,
  ],
  ['missing', engine(() => ({ status: 404 })), /status 404/],
  ['empty', engine(() => ({ bytes: '' })), /not WebAssembly/],
  ['HTML', engine(() => ({ bytes: HTML, type: 'text/html' })), /`text\/html`, is not WebAssembly/],
  ['HTML called wasm', engine(() => ({ bytes: HTML })), /not WebAssembly/],
  ['truncated', engine(bytes => ({ bytes: bytes.subarray(0, bytes.length / 2) })), /damaged/],
  [
    'changed in one byte',
    engine(bytes => ({ bytes: flipped(bytes) })),
    /damaged|could not be started/,
  ],
  ['another module', engine(() => ({ bytes: EMPTY_MODULE })), /not the engine of this package/],
  ['broken off', engine(() => ({ abort: true })), /could not be fetched/],
  ['of the wrong type', engine(bytes => ({ bytes, type: 'application/octet-stream' }))],
  ['under a strict policy', { policy: strictest() }],
  ['in an isolated page', { headers: ISOLATED }],
]

const EMPTY_MODULE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

export async function checkFault(project, how, message) {
  const { code, message: said, isolated, ...rest } = await answersInBrowser(project, how)
  equal(isolated, how.headers === ISOLATED)
  if (message === undefined) return deepEqual(rest, ready)
  deepEqual(rest, failed)
  equal(code, 'ERR_ENGINE_UNAVAILABLE')
  match(said, message)
}

function engine(answer) {
  return { answer: (path, bytes) => (path.endsWith('.wasm') ? answer(bytes) : undefined) }
}

// The kind of the first section, which is none now.
function flipped(bytes) {
  const copy = Buffer.from(bytes)
  copy[8] ^= 0xff
  return copy
}

function strictest() {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'sandbox allow-scripts allow-same-origin',
  ].join('; ')
}
