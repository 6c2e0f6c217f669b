// Values of another realm, such as a frame or a test runner's, are not instances of this realm's
// classes, so `instanceof` does not recognize them.

const byteLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get

/** Whether it is an `ArrayBuffer` of any realm. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  if (typeof value !== 'object' || value === null || byteLength === undefined) return false
  try {
    Reflect.apply(byteLength, value, [])
    return true
  } catch {
    return false
  }
}

/** Whether it is a promise of any realm or library. */
export function isThenable(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  try {
    return typeof (value as { then?: unknown }).then === 'function'
  } catch {
    return false
  }
}

/** Describes a value of a wrong kind, for a message. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return '`null`'
  if (isThenable(value)) return 'a promise: `await` it first'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
