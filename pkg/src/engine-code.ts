/**
 * What the engine's code can be given as: a compiled `WebAssembly.Module`, the bytes of the file, the
 * `Response` to a request for it, or its address as a `URL` object.
 *
 * They are described by their members, so that a project without the DOM's types compiles.
 */
export type EngineCode =
  | EngineModule
  | ArrayBuffer
  | ArrayBufferView
  | EngineResponse
  | EngineAddress

/** A `WebAssembly.Module`, of which TypeScript knows no member. */
export interface EngineModule {
  /** There is no such member; it keeps texts and other objects from being taken for a module. */
  readonly 'WebAssembly.Module'?: never
}

/** What is read of a `Response`. */
export interface EngineResponse {
  readonly ok: boolean
  readonly status: number
  readonly url: string
  readonly headers: { get(name: string): string | null }
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What tells a `URL` from other things that have an address. */
export interface EngineAddress {
  readonly href: string
  readonly searchParams: object
}
