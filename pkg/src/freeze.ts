/**
 * Copies a plain object of the engine: deeply frozen, with names as JavaScript writes them (`at_least`
 * becomes `atLeast`). Every member is the object's own, whatever a page has put on `Object.prototype`.
 */
export function frozen<T>(value: unknown): T {
  return copy(value) as T
}

/** Whether two frozen values have the same content. */
export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false
  const names = Object.keys(left)
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === Object.keys(right).length &&
    names.every(
      name =>
        Object.hasOwn(right, name) &&
        same((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]),
    )
  )
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  // `map` defines elements; assigning them would call a setter on `Array.prototype`.
  if (Array.isArray(value)) return Object.freeze(value.map(copy))
  // Assigning members calls setters of the prototype, so the object has none; the spread defines them.
  const members = Object.create(null) as Record<string, unknown>
  for (const name of Object.keys(value)) {
    members[camelCase(name)] = copy((value as Record<string, unknown>)[name])
  }
  return Object.freeze({ ...members })
}

// Names of a catalog have no underscore, so only the engine's own names change.
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
