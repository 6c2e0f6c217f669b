import * as inline from 'rolegate/inline'
import wasmInline from 'rolegate/rolegate.wasm?url&inline'
import * as slim from 'rolegate/slim'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTurn, options, sign } from '../helpers/gates.ts'

// All entry points share one engine, so that this file has to say where its code is found in the
// order in which it wants the engine to fail.

const wasm = new Uint8Array(await (await fetch(wasmInline)).arrayBuffer())
const html = new TextEncoder().encode('<!doctype html><title>Not found</title>')

afterEach(() => vi.unstubAllGlobals())

const refusal = async (lazy = true): Promise<{ code: string; message: string; cause: unknown }> => {
  const gate = slim.createGate({ ...options, lazy })
  await nextTurn()
  expect(gate.state).toBe('empty')
  const error = await gate.load(await sign()).catch((thrown: unknown) => thrown)
  expect(gate.state).toBe('failed')
  expect(gate.can('chat-settings')).toBe(false)
  expect(gate.decide('chat-settings')).toMatchObject({
    code: 'engine-unavailable',
    outcome: 'loading',
  })
  return error as { code: string; message: string; cause: unknown }
}

describe('the engine', () => {
  const wasmType = { 'content-type': 'application/wasm' }
  const failures: [string, () => Parameters<typeof slim.provideEngine>[0], RegExp][] = [
    ['empty', () => new Uint8Array(), /not WebAssembly/],
    ['HTML', () => html, /not WebAssembly/],
    [
      'HTML by address',
      () => new Response(html, { headers: { 'content-type': 'text/html' } }),
      /of the type `text\/html`, is not WebAssembly/,
    ],
    ['HTML as wasm', () => new Response(html, { headers: wasmType }), /damaged or not WebAssembly/],
    ['404', () => new Response('', { status: 404 }), /status 404/],
    ['500', () => new Response(wasm, { status: 500, headers: wasmType }), /status 500/],
    ['truncated', () => wasm.subarray(0, wasm.length / 2), /damaged/],
    ['flipped byte', () => flipped(), /damaged/],
    ['another module', () => new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), /not the engine/],
    [
      'throws',
      () => () => {
        throw new Error('offline')
      },
      /the function given to `provideEngine` failed/,
    ],
    ['nothing', () => undefined as never, /must be a compiled module, bytes/],
    ['an address as text', () => '/rolegate.wasm' as never, /must be a compiled module, bytes/],
    ['unreachable', () => new URL('http://127.0.0.1:9/rolegate.wasm'), /could not be fetched/],
  ]

  function flipped(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(wasm)
    bytes[8] = 0xff
    return bytes
  }

  describe.each([true, false])('of a gate that is lazy: %j', lazy => {
    it.each(failures)('says what is wrong with its file: %s', async (_, code, message) => {
      slim.provideEngine(code())
      const error = await refusal(lazy)
      expect(error.message).toMatch(message)
      expect(error.code).toBe('ERR_ENGINE_UNAVAILABLE')
    })
  })

  it('names the policy that blocks it', async () => {
    slim.provideEngine(wasm)
    const cause = new WebAssembly.CompileError(
      "WebAssembly.compile(): Refused to compile because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive",
    )
    vi.spyOn(WebAssembly, 'compile').mockRejectedValueOnce(cause)
    const error = await refusal()
    expect(error).toMatchObject({ code: 'ERR_ENGINE_UNAVAILABLE', cause })
    expect(error.message).toContain("'wasm-unsafe-eval'")
  })

  it('names a runtime that compiles nothing', async () => {
    slim.provideEngine(wasm)
    const cause = new WebAssembly.CompileError(
      'WebAssembly.compile(): Wasm code generation disallowed by embedder',
    )
    vi.spyOn(WebAssembly, 'compile').mockRejectedValueOnce(cause)
    const error = await refusal()
    expect(error).toMatchObject({ code: 'ERR_ENGINE_UNAVAILABLE', cause })
    expect(error.message).toContain('this runtime compiles no WebAssembly')
  })

  it('is missed where there is no WebAssembly', async () => {
    slim.provideEngine(wasm)
    vi.stubGlobal('WebAssembly', undefined)
    expect((await refusal()).code).toBe('ERR_ENGINE_UNAVAILABLE')
  })

  it('is not replaced by what a `then` on `Object.prototype` says', async () => {
    slim.provideEngine(wasm)
    Object.defineProperty(Object.prototype, 'then', {
      configurable: true,
      get() {
        if (!(this instanceof WebAssembly.Module)) return undefined
        return (resolve: (value: unknown) => void) => resolve({})
      },
    })
    try {
      expect(await refusal()).toMatchObject({ code: 'ERR_ENGINE_UNAVAILABLE' })
    } finally {
      delete (Object.prototype as { then?: unknown }).then
    }
  })

  it('is started once for all who wait, and again after a failure', async () => {
    let calls = 0
    slim.provideEngine(() => {
      calls += 1
      return calls === 1 ? html : new Response(wasm, { headers: wasmType })
    })
    const gates = Array.from({ length: 5 }, () => slim.createGate({ ...options, lazy: true }))
    const token = await sign()
    expect(calls).toBe(0)
    const first = await Promise.allSettled(gates.map(gate => gate.load(token)))
    expect(first.every(({ status }) => status === 'rejected')).toBe(true)
    expect(calls).toBe(1)
    await Promise.all(gates.map(gate => gate.load(token)))
    expect(calls).toBe(2)
    for (const gate of gates) {
      expect(gate.state).toBe('ready')
      expect(gate.can('chat-settings')).toBe(true)
    }
  })

  it('is the same for the entry that carries it', async () => {
    const gate = inline.createGate(options)
    await gate.load(await sign())
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
  })
})
