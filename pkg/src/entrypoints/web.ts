import { provide } from '../binding.ts'
import { compile } from '../engine-source.ts'

// Bundlers know this form: they put the file beside their output and its new address here.
provide(() => compile(new URL('../rolegate.wasm', import.meta.url)))

export * from '../index.ts'
