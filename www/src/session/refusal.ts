/** A part of a snapshot that was changed after signing. */
export interface Edit {
  readonly member: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A snapshot that could not be loaded, and why. */
export interface Refusal {
  /** How the snapshot came about. */
  readonly kind: 'fetched' | 'edited' | 'expired'
  readonly code: string
  readonly message: string
  readonly edits: readonly Edit[]
}

/** The refusal for an error. Errors of the gate and of the server carry a code. */
export function refusalOf(error: unknown, kind: Refusal['kind'], edits: readonly Edit[]): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'ERR_UNEXPECTED'
  const message = error instanceof Error ? error.message : String(error)
  return { kind, code, message, edits }
}
