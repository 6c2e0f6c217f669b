import { readFileSync } from 'node:fs'
import { provide } from '../binding.ts'
import { notCompiled } from '../engine-source.ts'
import { engineUnavailable } from '../errors.ts'

provide(() => {
  const file = new URL('../rolegate.wasm', import.meta.url)
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(readFileSync(file))
  } catch (error) {
    throw engineUnavailable(`the engine's file \`${file.pathname}\` could not be read`, error)
  }
  try {
    return new WebAssembly.Module(bytes)
  } catch (error) {
    throw notCompiled(`the engine's file \`${file.pathname}\``, error)
  }
})

export * from '../index.ts'
