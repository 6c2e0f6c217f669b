import type { EngineModule } from './engine-code.js'

/** The engine, where a tool compiles the file that is imported; give it to `provideEngine`. */
declare const engine: EngineModule
export default engine
