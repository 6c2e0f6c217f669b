import { fromBase64url } from '../../scenario/bytes.ts'

/** What was left out to get at a token: around it, or in it. */
export type Removed = 'space' | 'breaks' | 'bearer' | 'tokens'

/** A token that was found in a text, and what stood around it. */
export interface Cleaned {
  /** The token, or the whole text where there is none. */
  readonly token: string
  readonly isFound: boolean
  readonly removed: readonly Removed[]
  /** What else stood there, shortened; empty for nothing. */
  readonly around: string
}

/** Where a token stands in a text, and what its header says. */
interface Found {
  readonly token: string
  readonly start: number
  readonly end: number
  readonly header: Readonly<Record<string, unknown>>
}

/** A run of what tokens are written with; padding and other alphabets are kept, for the gate to refuse. */
const PIECE = /([\s\u200b-\u200d\u2060]*)([\w+/=.-]+)/y

const LONGEST_HEADER = 4096

/** Characters of a signature with Ed25519. */
const SIGNATURE = 86

/**
 * Finds the token in what somebody copied: a header, an answer of curl, a JSON string, a file, lines that
 * a terminal or a mail has broken. Without one, the text is kept as it is, for the gate to refuse.
 *
 * Of several the first is taken that says of itself that it is a role snapshot.
 */
export function findToken(text: string): Cleaned {
  const trimmed = text.trim()
  const found = tokensIn(trimmed)
  const taken = found.find(({ header }) => /role-snapshot/i.test(`${header['typ']}`)) ?? found[0]
  if (taken === undefined) return { token: trimmed, isFound: false, removed: [], around: '' }
  const { token, start, end } = taken
  const around = `${trimmed.slice(0, start)} ${trimmed.slice(end)}`.trim()
  const isRemoved: Readonly<Record<Removed, boolean>> = {
    space: trimmed.length < text.length,
    breaks: end - start > token.length,
    bearer: /bearer/i.test(around),
    tokens: found.length > 1,
  }
  const removed = (Object.keys(isRemoved) as Removed[]).filter(kind => isRemoved[kind])
  const rest = around.replace(/(authorization\s*:)?\s*bearer/i, '')
  return { token, isFound: true, removed, around: shorten(rest) }
}

function tokensIn(text: string): readonly Found[] {
  const found: Found[] = []
  // What `{"`, `{ `, or `{` and a line break become in base64url.
  const begin = /e[yw]/g
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const token = tokenAt(text, match.index)
    if (token === undefined) continue
    found.push(token)
    begin.lastIndex = token.end
  }
  return found
}

/** The token that begins there, over as many lines as it takes. */
function tokenAt(text: string, start: number): Found | undefined {
  let token = ''
  let end = start
  let header: Found['header'] | undefined
  while (header === undefined || !isWhole(token, header)) {
    PIECE.lastIndex = end
    const [, gap, piece] = PIECE.exec(text) ?? []
    if (piece === undefined || (token === '' && gap !== '')) break
    token += piece
    end = PIECE.lastIndex
    header ??= headerOf(token)
    if (header === undefined && (token.includes('.') || token.length > LONGEST_HEADER)) break
  }
  // A full stop after it is one of a sentence.
  const bare = token.replace(/^([^.]+\.[^.]+\.[^.]+)\.$/, '$1')
  return header && { token: bare, start, end: end - (token.length - bare.length), header }
}

/** Whether nothing of it stands in the next line: a signature has one length, and other tokens are refused. */
function isWhole(token: string, { alg }: Found['header']): boolean {
  const [, , signature] = token.split('.')
  return signature !== undefined && (alg !== 'EdDSA' || signature.length >= SIGNATURE)
}

function headerOf(token: string): Found['header'] | undefined {
  const [first = '', ...others] = token.split('.')
  if (others.length === 0) return undefined
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(first)))
    return isObject(header) ? header : undefined
  } catch {
    return undefined
  }
}

/** More are in no answer that holds a key set. */
const MOST_BEGINNINGS = 500

/**
 * Finds the key set in what somebody copied: an answer of curl with its headers, an object around it, a
 * single key or a list of keys, which become a set. Without one, the text is kept, for the gate to refuse.
 */
export function findKeySet(text: string): string {
  // As a page or a program shows it.
  const readings = [text, text.replace(/&(quot|#34|#x22);/gi, '"'), text.replace(/\\"/g, '"')]
  for (const reading of readings) {
    for (const { index } of [...reading.matchAll(/[{[]/g)].slice(0, MOST_BEGINNINGS)) {
      const found = jsonAt(reading, index)
      const set = found && keySet(found)
      if (set !== undefined) return set
    }
  }
  return text.trim()
}

function keySet(text: string): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  // The text itself, so that a member that stands there twice is seen.
  if (isObject(value) && Array.isArray(value['keys'])) return text
  if (Array.isArray(value) && value.length > 0 && value.every(isKey)) return `{"keys":${text}}`
  return isKey(value) ? `{"keys":[${text}]}` : undefined
}

function isKey(value: unknown): boolean {
  return isObject(value) && typeof value['kty'] === 'string'
}

/** The object or list that begins there, as far as its brackets say. */
function jsonAt(text: string, start: number): string | undefined {
  let depth = 0
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs
  token.lastIndex = start
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match
    if (found === '{' || found === '[') depth += 1
    else if (found === '}' || found === ']') depth -= 1
    if (depth === 0) return text.slice(start, token.lastIndex)
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
