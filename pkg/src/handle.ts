// Handles are the objects that an application holds: gates, views and their `roles`. No member uses
// `this`, so methods can be taken off and passed on, and work behind a proxy. A handle is frozen and
// not a plain object, so Vue, MobX, Immer and others neither wrap nor copy it. Its members are not
// enumerable, so printing, comparing or cloning a state that holds it finds nothing inside.

class Handle {}

/** Makes a handle of `members`, which must not use `this`; it inherits the members of `base`. */
export function handle<T extends object>(members: T): T
export function handle<T extends Base, Base extends object>(
  members: Omit<T, keyof Base>,
  base: Base,
): T
export function handle(members: object, base: object = Handle.prototype): object {
  for (const name of Object.keys(members)) {
    // A descriptor inherits what a page has put on its prototype, so it has none.
    Object.defineProperty(members, name, { __proto__: null, enumerable: false } as object)
  }
  return Object.freeze(Object.setPrototypeOf(members, base))
}
