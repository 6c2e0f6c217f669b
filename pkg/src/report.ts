/** Reports what a listener has thrown, as the platform reports what nobody catches. */
export function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error)
  else console.error(error)
}
