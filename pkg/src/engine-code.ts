import type { FileResponse } from './late.ts'

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

/** The members of a `Response` with the engine that are read. */
export interface EngineResponse extends FileResponse {
  /** The response headers, from which the media type is read. */
  readonly headers: {
    /** The value of a header, or `null` if it is absent. */
    get(name: string): string | null
  }
}

/** The members that distinguish a `URL` from other objects with an address. */
export interface EngineAddress {
  /** The whole address. */
  readonly href: string
  /** A `URL` has it and a link element does not. It is not read. */
  readonly searchParams: object
}
