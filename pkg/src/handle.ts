// What an application holds: gates, views and their `roles`. No member uses `this`, so a method can be
// taken off and passed on, and works behind a proxy. The object is frozen and is no plain object, by
// which Vue, MobX, Immer and others tell what they may wrap or copy. Its members are not enumerable:
// what prints, compares or clones a state that holds it finds nothing inside.

class Handle {}

/** Seals `members`, none of which may use `this`; what they lack is found on `base`. */
export function handle<T extends object>(members: T): T
export function handle<T extends Base, Base extends object>(
  members: Omit<T, keyof Base>,
  base: Base,
): T
export function handle(members: object, base: object = Handle.prototype): object {
  for (const name of Object.keys(members)) {
    // A descriptor with a prototype would be read with what a page has put on it.
    Object.defineProperty(members, name, { __proto__: null, enumerable: false } as object)
  }
  return Object.freeze(Object.setPrototypeOf(members, base))
}
