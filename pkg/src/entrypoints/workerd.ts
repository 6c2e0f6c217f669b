import { provideByDefault } from '../binding.ts'
import { compile } from '../engine-source.ts'
import engine from '../rolegate.wasm'

// This runtime compiles no bytes; the tools that build for it compile the file that is imported.
provideByDefault(() => compile(engine))

export * from '../index.ts'
