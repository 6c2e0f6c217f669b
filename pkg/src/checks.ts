import { ID_BYTES } from './limits.ts'
import { didYouMean } from './names.ts'

// Checks of what the calling code gives, for everything that takes options.

/**
 * The own properties of a plain object, each read once.
 *
 * @param what - the object, as the subject of a message
 * @param names - those that it may have, if it may not have any
 * @throws TypeError for anything else; `cause` is what a getter threw
 */
export function ownProperties<Name extends string>(
  given: unknown,
  what: string,
  names?: readonly Name[],
): Map<Name, unknown> {
  if (typeof given !== 'object' || given === null) throw wrong(`${what} must be an object`)
  if (!attempt(what, () => isPlain(given))) throw wrong(`${what} must be a plain object`)
  const keys = attempt(what, () => Reflect.ownKeys(given))
  const strange = keys.find(
    key => typeof key === 'symbol' || names?.includes(key as Name) === false,
  )
  if (strange !== undefined) {
    const name = String(strange).slice(0, 40)
    throw wrong(`${what} may not have \`${name}\`${didYouMean(name, names ?? [])}`)
  }
  return attempt(
    what,
    () => new Map(keys.map(key => [key as Name, (given as Record<PropertyKey, unknown>)[key]])),
  )
}

/**
 * A copy of a plain object, which inherits nothing.
 *
 * @throws TypeError as of {@link ownProperties}
 */
export function plainCopy<T extends object>(
  given: T,
  what: string,
  names?: readonly (keyof T & string)[],
): T {
  return Object.assign(Object.create(null), Object.fromEntries(ownProperties(given, what, names)))
}

/** Whether it is a plain object of any realm: it has no prototype, or one that itself has none. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

// Proxies and getters are the caller's code and may throw anything.
export function attempt<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw wrong(`${what} could not be read`, error)
  }
}

export function readText(value: unknown, name: string): string {
  if (value === undefined) throw wrong(`the option \`${name}\` is missing`)
  if (
    typeof value !== 'string' ||
    value === '' ||
    value.length > ID_BYTES ||
    hasLoneSurrogate(value)
  ) {
    throw wrong(`\`${name}\` must be a string of 1 to ${ID_BYTES} characters`)
  }
  return value
}

export function readInteger(value: unknown, name: string, least: number, most: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    throw wrong(`\`${name}\` must be an integer from ${least} to ${most}`)
  }
  return value as number
}

export function readBoolean(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw wrong(`\`${name}\` must be a boolean`)
  return value
}

export function readFunction<F extends (...values: never[]) => unknown>(
  value: unknown,
  what: string,
): F {
  if (typeof value !== 'function') throw wrong(`${what} must be a function`)
  return value as F
}

export function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value)
}

export function wrong(message: string, cause?: unknown): TypeError {
  return new TypeError(message, cause === undefined ? undefined : { cause })
}

/**
 * Whether the text has a code unit that UTF-8 cannot express, and that encoding would replace
 * silently.
 */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}
