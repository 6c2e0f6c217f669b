import { JSON_DEPTH } from './limits.ts'

/**
 * Writes a JSON value from its own enumerable properties only: `JSON.stringify` would call a `toJSON`
 * that a script has put on `Object.prototype`.
 *
 * @throws TypeError if `value` holds something that JSON cannot express, or is nested too deeply
 */
export function toJson(value: unknown, depth: number = JSON_DEPTH): string {
  if (depth === 0) throw new TypeError('nested too deeply')
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a number is not finite')
      return String(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return listToJson(value, depth)
      return objectToJson(value, depth)
    default:
      throw new TypeError(`a ${typeof value} has no JSON form`)
  }
}

function listToJson(list: readonly unknown[], depth: number): string {
  let text = ''
  for (const item of list) text += `${text === '' ? '' : ','}${toJson(item, depth - 1)}`
  return `[${text}]`
}

function objectToJson(object: object, depth: number): string {
  const names = Object.keys(object)
  if (names.length !== Reflect.ownKeys(object).length) {
    throw new TypeError('an object has a member that is not enumerable or whose name is a symbol')
  }
  let text = ''
  for (const name of names) {
    const value: unknown = (object as Record<string, unknown>)[name]
    if (value === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${toJson(value, depth - 1)}`
  }
  return `{${text}}`
}
