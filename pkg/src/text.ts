// UTF-8 for the package and for its glue, into which `build.mjs` writes an import of these two names.
// They are captured before other scripts of the page can replace them.

interface Encoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

interface Decoder {
  decode(bytes?: Uint8Array): string
}

/** The runtime's own; where it has none, as in Jest's jsdom, one made of `encodeURIComponent`. */
export const TextEncoder: new () => Encoder =
  globalThis.TextEncoder ??
  class {
    encode(text: string): Uint8Array<ArrayBuffer> {
      const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
      return Uint8Array.from(escaped.match(/%..|./g) ?? [], byte =>
        byte.length === 1 ? byte.charCodeAt(0) : Number.parseInt(byte.slice(1), 16),
      )
    }
  }

/** The same for decoding. The engine gives whole, well-formed texts only. */
export const TextDecoder: new (label: string, options: { ignoreBOM: true }) => Decoder =
  globalThis.TextDecoder ??
  class {
    decode(bytes: Uint8Array = new Uint8Array()): string {
      let escaped = ''
      for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`
      return decodeURIComponent(escaped)
    }
  }
