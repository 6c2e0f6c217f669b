import type { EngineAddress, EngineCode, EngineResponse } from './engine-code.ts'
import { engineUnavailable, GateError } from './errors.ts'
import { build } from './glue/rolegate-build.js'
import { isArrayBuffer } from './realms.ts'

/**
 * Compiles the engine's code.
 *
 * @throws GateError `ERR_ENGINE_UNAVAILABLE` (as a rejection), naming the likely cause
 */
export async function compile(code: EngineCode): Promise<WebAssembly.Module> {
  if (isModule(code)) return ofThisRealm(code)
  // An application without types may give anything.
  const given = code as Partial<EngineAddress & EngineResponse> | undefined
  if (typeof given?.href === 'string') return compileResponse(await request(given.href))
  if (typeof given?.arrayBuffer === 'function') return compileResponse(code as EngineResponse)
  if (ArrayBuffer.isView(code) || isArrayBuffer(code)) return compileBytes(code, 'what was given')
  throw engineUnavailable(
    "the engine's code must be a compiled module, bytes, a `Response` or a `URL` object",
  )
}

function isModule(code: unknown): code is WebAssembly.Module {
  try {
    WebAssembly.Module.customSections(code as WebAssembly.Module, '')
    return true
  } catch {
    return false
  }
}

/**
 * Converts a module of another realm, such as a frame's: the glue accepts modules of its own only.
 */
function ofThisRealm(module: WebAssembly.Module): WebAssembly.Module {
  if (module instanceof WebAssembly.Module) return module
  return Object.setPrototypeOf(structuredClone(module), WebAssembly.Module.prototype)
}

async function request(address: string): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'same-origin' })
  } catch (error) {
    throw engineUnavailable(
      `the engine could not be fetched from \`${shown(address)}\`: check the network, and \`connect-src\` of the page's Content-Security-Policy`,
      error,
    )
  }
}

async function compileResponse(response: EngineResponse): Promise<WebAssembly.Module> {
  const what = `the response of \`${shown(response.url)}\``
  if (!response.ok) {
    throw engineUnavailable(
      `${what} has the status ${response.status}; serve the file with the app, or use \`rolegate/inline\`, which needs no file`,
    )
  }
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/wasm' && canStream(response)) {
    try {
      return await WebAssembly.compileStreaming(response)
    } catch (error) {
      throw notCompiled(what, error)
    }
  }
  let bytes: ArrayBuffer
  try {
    bytes = await response.arrayBuffer()
  } catch (error) {
    throw engineUnavailable(`${what} was cut off`, error)
  }
  return compileBytes(bytes, `${what}, of the type \`${type || 'none'}\`,`)
}

function canStream(response: EngineResponse): response is Response {
  if (typeof WebAssembly.compileStreaming !== 'function') return false
  return typeof Response === 'function' && response instanceof Response
}

/** Compiles the copy of the engine that a script carries. */
export function compileBase64(text: string): Promise<WebAssembly.Module> {
  return compile(Uint8Array.from(atob(text), character => character.charCodeAt(0)))
}

/**
 * Compiles bytes.
 *
 * @param what - the origin of the bytes, for error messages
 * @throws GateError `ERR_ENGINE_UNAVAILABLE` (as a rejection)
 */
export async function compileBytes(
  bytes: ArrayBuffer | ArrayBufferView,
  what: string,
): Promise<WebAssembly.Module> {
  if (!isWasm(bytes)) throw engineUnavailable(`${what} is not WebAssembly`)
  try {
    return await WebAssembly.compile(bytes as BufferSource)
  } catch (error) {
    throw notCompiled(what, error)
  }
}

function notCompiled(what: string, error: unknown): GateError {
  return notUsable(`${what} is damaged or not WebAssembly`, error)
}

/** The error for code that cannot be used; it says so if no other code could be used here either. */
export function notUsable(what: string, error: unknown): GateError {
  return engineUnavailable(prohibition(error) ?? what, error)
}

/** Whether WebAssembly is forbidden here, so that no other source of the code can help. */
export function isForbidden(error: unknown): boolean {
  return error instanceof GateError && prohibition(error.cause) !== undefined
}

/**
 * What forbids WebAssembly here. Under a policy against it, Chromium and Firefox refuse to compile and
 * WebKit refuses to make an instance. Runtimes at the edge of a network refuse to compile.
 */
function prohibition(cause: unknown): string | undefined {
  const text = String(cause)
  if (/content security policy|\bcsp\b|unsafe-eval/i.test(text)) {
    return "the page's Content-Security-Policy blocks WebAssembly: `script-src` needs 'wasm-unsafe-eval'"
  }
  if (/disallowed by embedder/i.test(text)) {
    return 'this runtime compiles no WebAssembly: build with its export condition (`workerd`, `edge-light`), or give the compiled module to `provideEngine` of `rolegate/slim`'
  }
  return undefined
}

/**
 * Whether it is a compiled module of this build of the package: `build.mjs` adds a section to the file,
 * and the script knows that section's name. A file of another build may run, but the script could
 * misread what it answers.
 */
export function isEngine(module: unknown): module is WebAssembly.Module {
  try {
    const sections = WebAssembly.Module.customSections(module as WebAssembly.Module, build)
    return sections.length === 1
  } catch {
    return false // no compiled module
  }
}

function isWasm(bytes: ArrayBuffer | ArrayBufferView): boolean {
  const start = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4))
    : new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 4))
  return start.length === 4 && [0, 0x61, 0x73, 0x6d].every((byte, at) => start[at] === byte)
}

function shown(address: string): string {
  return address.length > 120 ? `${address.slice(0, 120)}…` : address
}
