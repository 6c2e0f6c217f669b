import { provideByDefault } from '../binding.ts'
import { compile } from '../engine-source.ts'
import engine from '../rolegate.wasm?module'

// This runtime compiles no bytes; the tools that build for it compile the file that is imported so.
provideByDefault(() => compile(engine))

export * from '../index.ts'
