import { GateError, type GateErrorCode, isGateError } from './errors.ts'
import { isThenable } from './realms.ts'

/**
 * The members of a `Response` that are read. They are described one by one, so that a project without
 * the DOM's types compiles.
 */
export interface FileResponse {
  /** Whether the status says success. */
  readonly ok: boolean
  /** The HTTP status, for error messages. */
  readonly status: number
  /** The address that was requested, for error messages. */
  readonly url: string
  /** Reads the bytes of the file. It can be called once only. */
  arrayBuffer(): Promise<ArrayBuffer>
}

/** A value that arrives later: a promise, a `Response`, or a promise for one. */
export class Late {
  readonly given: unknown

  constructor(given: unknown) {
    this.given = given
  }
}

/** Whether the value itself is still to come. */
export function isLate(value: unknown): boolean {
  return isThenable(value) || isResponse(value)
}

/** What arrives, for error messages, and the code of the error if it cannot be used. */
interface Expected {
  readonly what: string
  readonly code: GateErrorCode
}

/**
 * Waits for a value and hands it to `take`; of a `Response`, its bytes. No promise resolves to the
 * value, because that would read its `then`, which may come from `Object.prototype`.
 *
 * @throws GateError (as a rejection) `ERR_FETCH_FAILED` where it does not arrive, unless the promise is
 *   rejected with a `GateError`; the expected code where `take` throws a `TypeError`
 */
export async function arrive(
  given: unknown,
  { what, code }: Expected,
  take: (value: unknown) => void,
): Promise<void> {
  let value: unknown
  try {
    value = await given
    if (isResponse(value)) {
      if (!value.ok) throw new GateError('ERR_FETCH_FAILED', refusedBy(value, what))
      value = await value.arrayBuffer()
    }
  } catch (error) {
    if (isGateError(error)) throw error
    throw new GateError('ERR_FETCH_FAILED', `${what} could not be fetched`, { cause: error })
  }
  try {
    take(value)
  } catch (error) {
    if (error instanceof TypeError) throw new GateError(code, error.message, { cause: error })
    throw error
  }
}

function refusedBy({ status, url }: FileResponse, what: string): string {
  return `the response for ${what} has the status ${status}: \`${url.slice(0, 128)}\``
}

/** Whether it is a `Response`, of any realm or library. */
export function isResponse(value: unknown): value is FileResponse {
  if (typeof value !== 'object' || value === null) return false
  try {
    const { ok, arrayBuffer } = value as Partial<FileResponse>
    return typeof ok === 'boolean' && typeof arrayBuffer === 'function'
  } catch {
    return false
  }
}
