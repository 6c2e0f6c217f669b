import type { Note } from './binding.ts'
import { compileBase64, isEngine, isForbidden } from './engine-source.ts'
import { engineUnavailable } from './errors.ts'

interface Ways {
  /** Gets the engine of the file beside the script. */
  readonly find: () => Promise<WebAssembly.Module>
  /** Loads the copy, a script of its own. */
  readonly copy: () => Promise<{ readonly base64: string }>
  /** What makes a tool keep the file. */
  readonly advice: string
  readonly note: Note
}

/**
 * The engine of the file beside the script. Many tools move the script and leave the file behind, so
 * where that gives no engine of this build, the copy is taken, and it is noted why.
 *
 * @throws GateError `ERR_ENGINE_UNAVAILABLE` (as a rejection): at once where no WebAssembly may run
 */
export async function engineFile({ find, copy, advice, note }: Ways): Promise<WebAssembly.Module> {
  let reason = 'it is not the engine of this build'
  try {
    const module = await find()
    if (isEngine(module)) return module
  } catch (error) {
    if (isForbidden(error)) throw error
    reason = error instanceof Error ? error.message : String(error)
  }
  let script: Awaited<ReturnType<typeof copy>>
  try {
    script = await copy()
  } catch (error) {
    throw engineUnavailable(`${reason}; nor could the script be loaded that carries a copy`, error)
  }
  const module = await compileBase64(script.base64)
  note(
    `the engine came from a copy that a script carries, which is a third larger, as its own file could not be used: ${reason}. ${advice}`,
  )
  return module
}
