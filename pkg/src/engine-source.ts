import { engineUnavailable, type GateError } from './errors.ts'

/** What the engine's code can be given as. */
export type EngineCode = WebAssembly.Module | BufferSource | Response | URL

/**
 * Compiles the engine's code.
 *
 * @throws GateError `ERR_ENGINE_UNAVAILABLE` (as a rejection), naming the likely cause
 */
export async function compile(code: EngineCode): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw engineUnavailable('this runtime has no WebAssembly')
  if (code instanceof WebAssembly.Module) return code
  if (code instanceof URL) return compileResponse(await request(code))
  if (typeof Response === 'function' && code instanceof Response) return compileResponse(code)
  // An application without types may give anything.
  const bytes = code as BufferSource | undefined
  if (typeof bytes?.byteLength === 'number') return compileBytes(bytes, 'what was given')
  throw engineUnavailable(
    "the engine's code must be a compiled module, bytes, a `Response` or a `URL` object",
  )
}

async function request(url: URL): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin' })
  } catch (error) {
    throw engineUnavailable(
      `the engine could not be fetched from \`${shown(url.href)}\`: the network, or \`connect-src\` of the page's Content-Security-Policy`,
      error,
    )
  }
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  const what = `the answer of \`${shown(response.url)}\``
  if (!response.ok) {
    throw engineUnavailable(
      `${what} has the status ${response.status}: the file has to be served with the app, or \`rolegate/inline\` used, which needs none`,
    )
  }
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/wasm' && typeof WebAssembly.compileStreaming === 'function') {
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
    throw engineUnavailable(`${what} broke off`, error)
  }
  return compileBytes(bytes, `${what}, of the type \`${type || 'none'}\`,`)
}

async function compileBytes(bytes: BufferSource, what: string): Promise<WebAssembly.Module> {
  if (!isWasm(bytes)) throw engineUnavailable(`${what} is not WebAssembly`)
  try {
    return await WebAssembly.compile(bytes)
  } catch (error) {
    throw notCompiled(what, error)
  }
}

export function notCompiled(what: string, error: unknown): GateError {
  return notUsable(`${what} is damaged or not WebAssembly`, error)
}

/**
 * Tells a page's policy from what is wrong otherwise. Chromium and Firefox compile nothing under such
 * a policy, WebKit makes no instance.
 */
export function notUsable(what: string, error: unknown): GateError {
  const blocked = /content security policy|\bcsp\b|unsafe-eval/i.test(String(error))
  return engineUnavailable(
    blocked
      ? "the page's Content-Security-Policy blocks WebAssembly: `script-src` needs 'wasm-unsafe-eval'"
      : what,
    error,
  )
}

function isWasm(bytes: BufferSource): boolean {
  const start = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4))
    : new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 4))
  return start.length === 4 && [0, 0x61, 0x73, 0x6d].every((byte, at) => start[at] === byte)
}

function shown(address: string): string {
  return address.length > 120 ? `${address.slice(0, 120)}…` : address
}
