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
  /** Whether the status is one of success. */
  readonly ok: boolean
  /** The HTTP status, for the message where it is not one of success. */
  readonly status: number
  /** The address that was requested, for messages. */
  readonly url: string
  /** Which are asked for the media type. */
  readonly headers: {
    /** The value of a header, `null` without one. */
    get(name: string): string | null
  }
  /** Reads the bytes of the file; it can be called once. */
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What tells a `URL` from other things that have an address. */
export interface EngineAddress {
  /** The whole address. */
  readonly href: string
  /** Which a `URL` has and a link of a page does not. It is not read. */
  readonly searchParams: object
}
