// What a page does whose engine does not come as it should: it takes the copy that a script carries, and
// where there is none either, or no engine may run, it decides nothing and says why.

import { deepEqual, equal, match } from 'node:assert/strict'
import { answersInBrowser } from './browser.mjs'

const HTML = '<!doctype html><title>Not found</title>'
const failed = { state: 'failed', granted: false, notGranted: false, outcome: 'loading' }
const ready = { state: 'ready', granted: true, notGranted: false, outcome: 'show' }

const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Each: what is wrong with the file, what the server answers for it, and what the page's error says. */
const files = [
  ['missing', () => ({ status: 404 }), /status 404/],
  ['empty', () => ({ bytes: '' }), /not WebAssembly/],
  ['HTML', () => ({ bytes: HTML, type: 'text/html' }), /`text\/html`, is not WebAssembly/],
  ['HTML called wasm', () => ({ bytes: HTML }), /not WebAssembly/],
  ['truncated', bytes => ({ bytes: bytes.subarray(0, bytes.length / 2) }), /damaged/],
  ['changed in one byte', bytes => ({ bytes: flipped(bytes) }), /damaged/],
  ['another module', () => ({ bytes: EMPTY_MODULE }), /not the engine of this build/],
  ['broken off', () => ({ abort: true }), /could not be fetched/],
]

/** Each: what is wrong, how the server does it, and what the page's error must say, if it has one. */
export const faults = [
  ...files.flatMap(([what, answer, message]) => [
    [what, { answer: (path, bytes) => (isEngine(path) ? answer(bytes) : undefined) }],
    [
      `${what}, without a copy`,
      {
        answer(path, bytes) {
          if (isCopy(path)) return { status: 404 }
          return isEngine(path) ? answer(bytes) : undefined
        },
      },
      message,
    ],
  ]),
  [
    'blocked by the policy',
    { policy: "default-src 'self'; script-src 'self'" },
    /'wasm-unsafe-eval'/,
  ],
  ['of the wrong type', { answer: path => isEngine(path) && { type: 'application/octet-stream' } }],
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

function isEngine(path) {
  return path.endsWith('.wasm')
}

function isCopy(path) {
  return path.endsWith('/rolegate-base64.js')
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
