import type { Note } from './binding.ts'
import { compileBase64, isEngine, isForbidden } from './engine-source.ts'
import { engineUnavailable } from './errors.ts'

interface EngineSources {
  /** Compiles the file beside the script. */
  readonly file: () => Promise<WebAssembly.Module>
  /** Loads the copy, which is a script of its own. */
  readonly copy: () => Promise<{ readonly base64: string }>
  /** What makes a tool keep the file, for the note. */
  readonly advice: string
  readonly note: Note
}

/**
 * The engine from the file beside the script. Many tools move the script and leave the file behind; if
 * it is not the engine of this build, the copy is used, and a note says why.
 *
 * @throws GateError `ERR_ENGINE_UNAVAILABLE` (as a rejection), without trying the copy if a policy
 *   forbids WebAssembly
 */
export async function engineFile({
  file,
  copy,
  advice,
  note,
}: EngineSources): Promise<WebAssembly.Module> {
  let reason = 'it is not the engine of this build'
  try {
    const module = await file()
    if (isEngine(module)) return module
  } catch (error) {
    if (isForbidden(error)) throw error
    reason = error instanceof Error ? error.message : String(error)
  }
  let script: Awaited<ReturnType<typeof copy>>
  try {
    script = await copy()
  } catch (error) {
    throw engineUnavailable(
      `${reason}; the script that carries a copy could not be loaded either`,
      error,
    )
  }
  const module = await compileBase64(script.base64)
  note(
    `the engine was loaded from a copy in a script, which is a third larger, because its own file could not be used: ${reason}. ${advice}`,
  )
  return module
}
