/** The names of all members of a handle, its own and those that it inherits. */
export function memberNames(value: object): readonly string[] {
  const names = new Set<string>()
  for (let at = value; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name)
  }
  names.delete('constructor')
  return [...names].sort()
}
