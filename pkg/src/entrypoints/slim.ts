/**
 * The same as `rolegate`, with an engine that the application provides.
 *
 * @module rolegate/slim
 */

import { provide } from '../binding.ts'
import type { EngineCode } from '../engine-code.ts'
import { compile } from '../engine-source.ts'

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
 * before the first `load` of a gate; the last call before that counts.
 *
 * A function is called again after a failed start; a `Response` can be read only once.
 *
 * ```ts
 * import { createGate, provideEngine } from 'rolegate/slim'
 * provideEngine(() => fetch('/static/rolegate.wasm'))
 * ```
 */
export function provideEngine(code: EngineCode | (() => EngineCode | Promise<EngineCode>)): void {
  provide(async () => compile(await (typeof code === 'function' ? code() : code)))
}
