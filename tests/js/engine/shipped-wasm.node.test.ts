/** What the shipped wasm holds, and above all what it does not. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)
const bytes = readFileSync(new URL('pkg/dist/rolegate.wasm', root))
const module = new WebAssembly.Module(bytes)

const METHODS = [
  'allowed_values',
  'assignable',
  'can_assign',
  'can_edit',
  'catalog',
  'check_edit',
  'clear',
  'keep',
  'load',
  'meanings',
  'memberships',
  'missing',
  'new',
  'next_change',
  'outcomes',
  'permissions',
  'records',
  'seq',
  'state',
  'subject',
  'table',
  'trace',
  'wanted',
]

describe('the shipped wasm', () => {
  it('exports the handle, its memory, and nothing for tests', () => {
    const exported = WebAssembly.Module.exports(module).map(entry => entry.name)
    const ours = exported.filter(name => !name.startsWith('__')).sort()
    expect(ours).toEqual(
      ['check_catalog', 'memory', 'start', ...METHODS.map(name => `engine_${name}`)].sort(),
    )
  })

  // V8 takes a call of wasm that returns one value into the caller's compiled code, and up to Node 20
  // the whole process aborts ("unreachable code") when that code is given up during a call that
  // returns a reference. Several values, as of a `Result`, or a copied array are called plainly.
  it('returns no lone reference, which Node 20 may abort on', () => {
    const text = binaryen.readBinary(bytes)
    const lone = Array.from({ length: text.getNumExports() }, (_, at) =>
      binaryen.getExportInfo(text.getExportByIndex(at)),
    )
      .filter(({ kind }) => kind === binaryen.ExternalFunction)
      .filter(({ value }) => {
        const { results } = binaryen.getFunctionInfo(text.getFunction(value))
        return results === binaryen.externref
      })
    expect(lone.map(({ name }) => name)).toEqual([])
  })

  // Otherwise a stack that overflows runs over the data, and nothing is noticed.
  it('has its stack below its data', () => {
    const text = binaryen.readBinary(bytes).emitText()
    const [, stack] = /^ \(global \S+ \(mut i32\) \(i32\.const (\d+)\)/m.exec(text) ?? []
    const data = [...text.matchAll(/^ \(data \S+ \(i32\.const (\d+)\)/gm)]
    expect(data.length).toBeGreaterThan(0)
    expect(Number(stack)).toBeGreaterThan(0)
    expect(Math.min(...data.map(([, at]) => Number(at)))).toBeGreaterThanOrEqual(Number(stack))
  })

  it('imports nothing that reaches a network, a clock or random numbers', () => {
    const imported = WebAssembly.Module.imports(module).map(entry => entry.name)
    expect(imported.length).toBeGreaterThan(0)
    const reaching = /fetch|xmlhttp|websocket|date|now|performance|random|crypto|storage|cookie/i
    expect(imported.filter(name => reaching.test(name))).toEqual([])
  })

  it('holds no signing, no command line, no server and no MAC', () => {
    const text = bytes.toString('latin1')
    // Where code can panic its file is named in the binary, so what is linked leaves its name.
    expect(text).toContain('curve25519-dalek')
    const absent = [
      'signing.rs',
      'SigningKey',
      'hmac',
      'clap',
      'axum',
      'tokio',
      'hyper',
      'getrandom',
      'rand_core',
    ]
    expect(absent.filter(name => text.includes(name))).toEqual([])
  })

  it('is built from crates that cannot sign, serve or draw random numbers', () => {
    const tree = execFileSync(
      'cargo',
      [
        'tree',
        '--locked',
        '--package',
        'rolegate-wasm',
        '--target',
        'wasm32-unknown-unknown',
        '--edges',
        'normal',
        '--prefix',
        'none',
        '--format',
        '{p} {f}',
      ],
      { cwd: root, encoding: 'utf8' },
    )
    const crates = new Map(
      tree
        .trim()
        .split('\n')
        .map(line => [line.split(' ')[0], line]),
    )
    expect(crates.has('ed25519-dalek')).toBe(true)
    const absent = [
      'axum',
      'clap',
      'getrandom',
      'hmac',
      'rand',
      'rand_core',
      'serde_json',
      'tokio',
      'tower-http',
      'zeroize',
    ]
    expect(absent.filter(name => crates.has(name))).toEqual([])
    for (const feature of [
      'batch',
      'hazmat',
      'legacy_compatibility',
      'pkcs8',
      'rand_core',
      'signature',
    ]) {
      expect(crates.get('ed25519-dalek')).not.toContain(feature)
    }
  })
})
