import {
  attempt,
  hasLoneSurrogate,
  isPlain,
  optional,
  ownProperties,
  readBoolean,
  readFunction,
  readInteger,
  readText,
  wrong,
} from './checks.ts'
import { FACTS } from './codes.ts'
import { toJson } from './json.ts'
import { isLate, Late } from './late.ts'
import { CATALOG_BYTES, CATALOGS, KEY_SET_BYTES, LEEWAY_SECONDS } from './limits.ts'
import { isArrayBuffer, kindOf } from './realms.ts'
import { TextEncoder } from './text.ts'
import type { CatalogFinder, KeySetFinder } from './types.ts'

/**
 * The options as they were when the gate was made: checked, and copied from the caller's objects.
 */
export interface Options {
  readonly keys: string | Late | KeySetFinder
  readonly issuer: string
  readonly audience: string
  readonly catalog: Catalogs
  readonly subject: string | undefined
  readonly leastSeq: number | undefined
  readonly leeway: number
  readonly maxLifetime: number
  readonly records: ReadonlyMap<string, Accessors>
  readonly now: (() => number) | undefined
  /** Without a value the build decides: in development, gates report. */
  readonly strict: boolean | undefined
  readonly lazy: boolean
  /** Whether keys that were made for tests are trusted; no option says so. */
  readonly takesTestKeys: boolean
}

/** The catalogs that a gate holds, and the function that finds others. */
export interface Catalogs {
  readonly files: readonly (Uint8Array | Late)[]
  readonly find: CatalogFinder | undefined
}

export type FactName = (typeof FACTS)[number]
export type Accessors = ReadonlyMap<FactName, (record: unknown) => unknown>

const OPTIONS: readonly Exclude<keyof Options, 'takesTestKeys'>[] = [
  'keys',
  'issuer',
  'audience',
  'catalog',
  'subject',
  'leastSeq',
  'leeway',
  'maxLifetime',
  'records',
  'now',
  'strict',
  'lazy',
]

/**
 * Reads the options of `createGate`: own properties only, each once.
 *
 * @throws TypeError for a wrong or unknown option; `cause` is what a getter threw
 */
export function readOptions(given: unknown): Options {
  const options = ownProperties(given, 'the options', OPTIONS)
  return {
    keys: readKeys(options.get('keys')),
    issuer: readText(options.get('issuer'), 'issuer'),
    audience: readText(options.get('audience'), 'audience'),
    catalog: readCatalogs(options.get('catalog')),
    subject: optional(options.get('subject'), value => readText(value, 'subject')),
    leastSeq: optional(options.get('leastSeq'), value =>
      readInteger(value, 'leastSeq', 0, Number.MAX_SAFE_INTEGER),
    ),
    leeway:
      optional(options.get('leeway'), value => readInteger(value, 'leeway', 0, LEEWAY_SECONDS)) ??
      60,
    maxLifetime:
      optional(options.get('maxLifetime'), value =>
        readInteger(value, 'maxLifetime', 1, Number.MAX_SAFE_INTEGER),
      ) ?? 86_400,
    records: optional(options.get('records'), readRecords) ?? new Map(),
    now: optional(options.get('now'), value => readFunction<() => number>(value, '`now`')),
    strict: optional(options.get('strict'), value => readBoolean(value, 'strict')),
    lazy: optional(options.get('lazy'), value => readBoolean(value, 'lazy')) ?? false,
    takesTestKeys: false,
  }
}

function readKeys(value: unknown): Options['keys'] {
  if (typeof value === 'function') return value as KeySetFinder
  return lateOr(value, given => readKeySet(given, '`keys` must be'))
}

function lateOr<T>(value: unknown, read: (value: unknown) => T): T | Late {
  return isLate(value) ? new Late(value) : read(value)
}

/**
 * The text of a key set, cut off one character beyond the limit, so that `load` finds it too long.
 *
 * @param must - the beginning of an error message
 * @throws TypeError for anything but a JWKS or its text
 */
export function readKeySet(value: unknown, must: string): string {
  if (typeof value === 'string') return value.slice(0, KEY_SET_BYTES + 1)
  const usable = attempt('`keys`', () => isPlain(value) || Array.isArray(value))
  if (!usable) throw wrong(`${must} a JWKS or its text, not ${kindOf(value)}`)
  try {
    return toJson(value)
  } catch (error) {
    throw wrong(`${must} a JWKS or its text`, error)
  }
}

function readCatalogs(value: unknown): Catalogs {
  const list: readonly unknown[] = Array.isArray(value)
    ? attempt('`catalog`', () => Array.from(value.slice(0, CATALOGS + 1)))
    : [value]
  const finders = list.filter(one => typeof one === 'function') as CatalogFinder[]
  if (list.length === 0 || list.length > CATALOGS || finders.length > 1) {
    throw wrong(
      `\`catalog\` must list 1 to ${CATALOGS} entries: catalogs, and at most one function that finds others`,
    )
  }
  const files = list.filter(one => typeof one !== 'function')
  return {
    files: files.map(one => lateOr(one, value => readCatalogFile(value, '`catalog` must be'))),
    find: finders[0],
  }
}

/**
 * A catalog file's bytes, cut off one byte beyond the limit. Nobody else holds them, and nothing may
 * change them.
 *
 * @param must - the beginning of an error message
 * @throws TypeError for anything but a string or bytes
 */
export function readCatalogFile(value: unknown, must: string): Uint8Array {
  const most = CATALOG_BYTES + 1
  if (typeof value === 'string' && (encoded.has(value) || !hasLoneSurrogate(value))) {
    return encodedOnce(value.slice(0, most))
  }
  if (isArrayBuffer(value) || ArrayBuffer.isView(value)) {
    const given = value
    return attempt('`catalog`', () => firstBytes(given, most))
  }
  const parsed = attempt('`catalog`', () => isPlain(value))
  const given = parsed
    ? 'the parsed object, because snapshots name a catalog by the hash of its bytes'
    : kindOf(value)
  throw wrong(`${must} the catalog file's text or bytes, not ${given}`)
}

/** The bytes of the texts that were last given as catalogs, in the order in which they were given. */
const encoded = new Map<string, Uint8Array>()

/** The bytes of a text: for the same text the same array, by which the engine knows its catalog. */
function encodedOnce(text: string): Uint8Array {
  const bytes = encoded.get(text) ?? new TextEncoder().encode(text)
  encoded.delete(text)
  encoded.set(text, bytes)
  for (const oldest of encoded.keys()) {
    if (encoded.size > CATALOGS) encoded.delete(oldest)
  }
  return bytes
}

/** A copy of the bytes, at most `most` of them. */
function firstBytes(bytes: ArrayBuffer | ArrayBufferView, most: number): Uint8Array {
  const [buffer, offset] = ArrayBuffer.isView(bytes) ? [bytes.buffer, bytes.byteOffset] : [bytes, 0]
  return new Uint8Array(new Uint8Array(buffer, offset, Math.min(bytes.byteLength, most)))
}

export function readRecords(value: unknown): ReadonlyMap<string, Accessors> {
  const kinds = new Map<string, Accessors>()
  for (const [kind, given] of ownProperties<string>(value, '`records`')) {
    const accessors = new Map<FactName, (record: unknown) => unknown>()
    for (const [fact, read] of ownProperties(
      given,
      `the facts of \`${kind.slice(0, 40)}\``,
      FACTS,
    )) {
      if (read !== undefined) accessors.set(fact, readFunction(read, `the accessor of \`${fact}\``))
    }
    kinds.set(kind, accessors)
  }
  return kinds
}
