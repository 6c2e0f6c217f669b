import { toJson } from './json.ts'
import type { RecordFacts } from './types.ts'

/** The options as they were when the gate was made: checked, copied, no object of the caller's left. */
export interface Options {
  readonly keys: string
  readonly issuer: string
  readonly audience: string
  readonly catalog: Uint8Array
  readonly subject: string | undefined
  readonly leastSeq: number | undefined
  readonly leeway: number
  readonly maxLifetime: number
  readonly records: ReadonlyMap<string, Accessors>
  readonly now: (() => number) | undefined
  readonly strict: boolean
}

export type FactName = keyof RecordFacts<unknown>
export type Accessors = ReadonlyMap<FactName, (record: unknown) => unknown>

const FACTS: readonly FactName[] = [
  'owner',
  'assignee',
  'group',
  'organization',
  'queue',
  'collaborators',
]
const OPTIONS: readonly (keyof Options)[] = [
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
]

/**
 * Reads what `createGate` was given: own properties only, each once.
 *
 * @throws TypeError for anything that is not as documented; `cause` is what a getter threw
 */
export function readOptions(given: unknown): Options {
  const options = ownProperties(given, 'the options', OPTIONS)
  return {
    keys: readKeys(options.get('keys')),
    issuer: readText(options.get('issuer'), 'issuer'),
    audience: readText(options.get('audience'), 'audience'),
    catalog: readCatalog(options.get('catalog')),
    subject: optional(options.get('subject'), value => readText(value, 'subject')),
    leastSeq: optional(options.get('leastSeq'), value =>
      readInteger(value, 'leastSeq', 0, Number.MAX_SAFE_INTEGER),
    ),
    leeway: optional(options.get('leeway'), value => readInteger(value, 'leeway', 0, 300)) ?? 60,
    maxLifetime:
      optional(options.get('maxLifetime'), value =>
        readInteger(value, 'maxLifetime', 1, Number.MAX_SAFE_INTEGER),
      ) ?? 86_400,
    records: optional(options.get('records'), readRecords) ?? new Map(),
    now: optional(options.get('now'), value => readFunction<() => number>(value, '`now`')),
    strict: optional(options.get('strict'), readBoolean) ?? false,
  }
}

/** Whether the text has a code unit that no UTF-8 can carry: it would silently become another. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}

function ownProperties<Name extends string>(
  given: unknown,
  what: string,
  names?: readonly Name[],
): Map<Name, unknown> {
  if (typeof given !== 'object' || given === null) throw wrong(`${what} must be an object`)
  // A plain object of any realm: what it inherits from inherits from nothing.
  const plain = attempt(what, () => {
    const prototype: unknown = Object.getPrototypeOf(given)
    return prototype === null || Object.getPrototypeOf(prototype) === null
  })
  if (!plain) throw wrong(`${what} must be a plain object`)
  const keys = attempt(what, () => Reflect.ownKeys(given))
  const strange = keys.find(
    key => typeof key === 'symbol' || names?.includes(key as Name) === false,
  )
  if (strange !== undefined) throw wrong(`${what} have no \`${String(strange).slice(0, 40)}\``)
  return attempt(
    what,
    () => new Map(keys.map(key => [key as Name, (given as Record<PropertyKey, unknown>)[key]])),
  )
}

// Proxies and getters are the caller's code and may throw anything.
function attempt<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw wrong(`${what} could not be read`, error)
  }
}

function readKeys(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) throw wrong('`keys` must be a JWKS or its text')
  try {
    return toJson(value)
  } catch (error) {
    throw wrong('`keys` must be a JWKS or its text', error)
  }
}

function readCatalog(value: unknown): Uint8Array {
  if (typeof value === 'string' && !hasLoneSurrogate(value)) return new TextEncoder().encode(value)
  if (value instanceof ArrayBuffer) return new Uint8Array(value.slice(0))
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  }
  throw wrong(
    "`catalog` must be the catalog file's text or bytes, not the parsed object: snapshots name it by the hash of its bytes",
  )
}

function readText(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '' || value.length > 256 || hasLoneSurrogate(value)) {
    throw wrong(`\`${name}\` must be a string of 1 to 256 characters`)
  }
  return value
}

function readInteger(value: unknown, name: string, least: number, most: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    throw wrong(`\`${name}\` must be an integer from ${least} to ${most}`)
  }
  return value as number
}

function readBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrong('`strict` must be a boolean')
  return value
}

function readFunction<F extends (...values: never[]) => unknown>(value: unknown, what: string): F {
  if (typeof value !== 'function') throw wrong(`${what} must be a function`)
  return value as F
}

function readRecords(value: unknown): ReadonlyMap<string, Accessors> {
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

function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value)
}

function wrong(message: string, cause?: unknown): TypeError {
  return new TypeError(message, cause === undefined ? undefined : { cause })
}
