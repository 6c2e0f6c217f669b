/**
 * Copies a plain object out of the engine for good: frozen all the way down, with names as JavaScript
 * writes them (`at_least` becomes `atLeast`). Every member is the object's own, whatever a page has
 * put on `Object.prototype`.
 */
export function frozen<T>(value: unknown): T {
  return copy(value) as T
}

/** Whether two frozen values say the same. */
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
  // `map` defines elements, where assigning them would call a setter on `Array.prototype`.
  if (Array.isArray(value)) return Object.freeze(value.map(copy))
  // Without a prototype, whose setters an assignment would call; the spread then defines members.
  const members = Object.create(null) as Record<string, unknown>
  for (const name of Object.keys(value)) {
    members[camelCase(name)] = copy((value as Record<string, unknown>)[name])
  }
  return Object.freeze({ ...members })
}

// No permission, role or other name of a catalog has an underscore, so only our own are changed.
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
