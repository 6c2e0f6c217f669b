/** A token that was found in a text, and what stood around it. */
export interface Cleaned {
  readonly token: string
  /** What was left out, in a few words each. */
  readonly removed: readonly string[]
}

/** Three parts of base64url joined by dots, as RFC 7515 section 7.1 writes a token. */
const TOKEN = /[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/

/**
 * Finds the token in what somebody copied: a header, an answer of curl, a JSON string, a file. Without
 * one, the text is kept as it is, for the gate to refuse.
 */
export function findToken(text: string): Cleaned {
  const trimmed = text.trim()
  const [token] = TOKEN.exec(trimmed) ?? []
  if (token === undefined) return { token: trimmed, removed: [] }
  const around = trimmed.replace(token, ' ').trim()
  const removed = [
    trimmed.length < text.length ? 'white space' : '',
    /bearer/i.test(around) ? 'Bearer' : '',
    around.replace(/\s*(authorization\s*:)?\s*bearer\s*/i, '') === '' ? '' : shorten(around),
  ]
  return { token, removed: removed.filter(Boolean) }
}

/** The JSON object in what somebody copied, such as an answer of curl with its headers. */
export function findObject(text: string): string {
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  return start < 0 || end < start ? text.trim() : text.slice(start, end + 1)
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
