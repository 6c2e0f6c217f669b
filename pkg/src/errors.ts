/** Every code a {@link GateError} can have. The codes are the contract; messages may improve. */
export const ERROR_CODES = [
  'ERR_CATALOG_INVALID',
  'ERR_CATALOG_MISMATCH',
  'ERR_TOKEN_MALFORMED',
  'ERR_TOKEN_TOO_LARGE',
  'ERR_ALG_NOT_ALLOWED',
  'ERR_TYP_NOT_ALLOWED',
  'ERR_CRIT_NOT_SUPPORTED',
  'ERR_KEY_UNKNOWN',
  'ERR_KEYS_INVALID',
  'ERR_SIGNATURE_INVALID',
  'ERR_CLAIM_INVALID',
  'ERR_SNAPSHOT_INVALID',
  'ERR_SNAPSHOT_EXPIRED',
  'ERR_SNAPSHOT_NOT_YET_VALID',
  'ERR_SNAPSHOT_ROLLBACK',
  'ERR_ENGINE_UNAVAILABLE',
  'ERR_FETCH_FAILED',
] as const

/**
 * Why loading failed.
 *
 * @useDeclaredType
 */
export type GateErrorCode = (typeof ERROR_CODES)[number]

// A registered symbol, so that two copies of the package on one page recognize each other's errors.
const BRAND = Symbol.for('rolegate.GateError')

/**
 * The error with which `load` rejects. `message` never holds token, key or claim text, so it can be
 * logged.
 */
export class GateError extends Error {
  /** Always `'GateError'`, even if a bundler renames the class. */
  override readonly name = 'GateError'
  /** Why loading failed, in a form that programs can rely on. */
  readonly code: GateErrorCode

  /** Makes an error; an application's own code, such as a function `catalog`, may throw one too. */
  constructor(code: GateErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    Object.defineProperty(this, BRAND, { value: true })
  }
}

/** Whether `value` is a {@link GateError}, including one of another copy of this package. */
export function isGateError(value: unknown): value is GateError {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, BRAND) &&
    errorCode(value) !== undefined
  )
}

/**
 * The code that a thrown value has as its own property: a polluted prototype must not supply one.
 */
export function errorCode(value: unknown): GateErrorCode | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'code')) return undefined
  const { code } = value as { code: unknown }
  return ERROR_CODES.find(known => known === code)
}

/** The error for anything that keeps the engine from answering. */
export function engineUnavailable(message: string, cause?: unknown): GateError {
  const options = cause === undefined ? undefined : { cause }
  return new GateError('ERR_ENGINE_UNAVAILABLE', message, options)
}
