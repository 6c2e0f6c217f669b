/** A file that was dropped or chosen. */
export interface ReadFile {
  readonly name: string
  /** Its bytes, of which no more are read than any catalog has, and one. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same as a text in UTF-8, with its byte order mark if it has one. */
  readonly text: string
}

/** More is no catalog, and no token. */
const MOST_BYTES = 4 * 1024 * 1024

/** @throws DOMException (as a rejection) for a folder, and where the file is gone or must not be read */
export async function readFile(file: File): Promise<ReadFile> {
  const bytes = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer())
  return { name: file.name, bytes, text: decoded(bytes, 'utf-8') }
}

/** The text of a file in whichever encoding its byte order mark says, without that. */
export function textOf({ bytes }: ReadFile): string {
  const [first = 0, second = 0] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const text = decoded(bytes, !isUtf16 ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be')
  return text.replace(/^\ufeff/, '')
}

function decoded(bytes: Uint8Array<ArrayBuffer>, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}
