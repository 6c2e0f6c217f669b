/**
 * The forms in which the engine's code can be given: a compiled `WebAssembly.Module`, the bytes of the
 * file, the `Response` to a request for it, or its address as a `URL` object.
 *
 * The types describe members, so that a project without the DOM's types compiles.
 */
export type EngineCode =
  | EngineModule
  | ArrayBuffer
  | ArrayBufferView
  | EngineResponse
  | EngineAddress

/** A `WebAssembly.Module`, which has no members in TypeScript. */
export interface EngineModule {
  /**
   * No object has this member; it keeps strings and other objects from being accepted as a module.
   */
  readonly 'WebAssembly.Module'?: never
}

/** The members of a `Response` that are read. */
export interface EngineResponse {
  /** Whether the status says success. */
  readonly ok: boolean
  /** The HTTP status, for error messages. */
  readonly status: number
  /** The address that was requested, for error messages. */
  readonly url: string
  /** The response headers, from which the media type is read. */
  readonly headers: {
    /** The value of a header, or `null` if it is absent. */
    get(name: string): string | null
  }
  /** Reads the bytes of the file. It can be called once only. */
  arrayBuffer(): Promise<ArrayBuffer>
}

/** The members that distinguish a `URL` from other objects with an address. */
export interface EngineAddress {
  /** The whole address. */
  readonly href: string
  /** A `URL` has it and a link element does not. It is not read. */
  readonly searchParams: object
}
