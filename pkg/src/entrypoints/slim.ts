/**
 * The same as `rolegate`, with an engine that the application provides.
 *
 * @module rolegate/slim
 */

import { provide } from '../binding.ts'
import type { EngineCode } from '../engine-code.ts'
import { compile } from '../engine-source.ts'
import { isResponse } from '../late.ts'

export type {
  EngineAddress,
  EngineCode,
  EngineModule,
  EngineResponse,
} from '../engine-code.ts'
export * from '../index.ts'

/**
 * Sets where the engine's code comes from: `rolegate.wasm` of this package as a compiled module, as
 * bytes, as a `Response` or as an address, or a function that gets one of these. Nothing is loaded
 * before a gate is made, or the first `load` of a lazy one; the last call before that counts.
 *
 * After a failed start a function is called again, and an address is requested again.
 *
 * ```ts
 * import { createGate, provideEngine } from 'rolegate/slim'
 * provideEngine(() => fetch('/static/rolegate.wasm'))
 * ```
 */
export function provideEngine(code: EngineCode | (() => EngineCode | Promise<EngineCode>)): void {
  let compiled: Promise<WebAssembly.Module> | undefined
  provide(async () => {
    if (!isResponse(code)) return compile(await (typeof code === 'function' ? code() : code))
    // It can be read only once, even if the start fails.
    compiled ??= compile(code)
    return compiled
  })
}
