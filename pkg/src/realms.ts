// Values of a frame, or of the realm that a test runner makes, are no instances of this realm's
// classes; they are told by what they are.

const byteLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get

/** Whether it is an `ArrayBuffer`, of any realm. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  if (typeof value !== 'object' || value === null || byteLength === undefined) return false
  try {
    Reflect.apply(byteLength, value, [])
    return true
  } catch {
    return false
  }
}

/** Whether it is a promise, of any realm and any library. */
export function isThenable(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  try {
    return typeof (value as { then?: unknown }).then === 'function'
  } catch {
    return false
  }
}

/** What somebody has given instead of what was wanted, for a message. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return '`null`'
  if (isThenable(value)) return 'a promise: `await` it first'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
