import { GateError, isGateError } from './errors.ts'
import { CATALOG_BYTES } from './limits.ts'
import { readCatalogFile } from './options.ts'
import type { CatalogFinder, CatalogName } from './types.ts'

interface Search {
  readonly file: Promise<Uint8Array>
  /** Rejects `file`; the app's function itself cannot be stopped. */
  readonly abandon: (reason: GateError) => void
}

/**
 * The app's function that finds catalogs. While it searches for one, it is not called for it again.
 */
export class CatalogSource {
  readonly #find: CatalogFinder
  readonly #searches = new Map<string, Search>()

  constructor(find: CatalogFinder) {
    this.#find = find
  }

  /**
   * The bytes that the app gives for a catalog. The engine decides whether they have that hash.
   *
   * @throws GateError (as a rejection) `ERR_FETCH_FAILED` where the function fails, unless it throws a
   *   `GateError` of its own; `ERR_CATALOG_MISMATCH` where it has none; `ERR_CATALOG_INVALID` where it
   *   gives what cannot be one
   */
  find({ id, sha256 }: CatalogName): Promise<Uint8Array> {
    const running = this.#searches.get(sha256)
    if (running !== undefined) return running.file
    const found = this.#ask(Object.freeze({ id, sha256 }))
    let abandon = (_reason: GateError) => {}
    const file = new Promise<Uint8Array>((resolve, reject) => {
      abandon = reject
      found.then(resolve, reject)
    })
    const search = { file, abandon }
    this.#searches.set(sha256, search)
    const end = () => {
      if (this.#searches.get(sha256) === search) this.#searches.delete(sha256)
    }
    file.then(end, end)
    return file
  }

  /** Ends all searches with this error. A later search calls the app's function again. */
  abandon(reason: GateError): void {
    for (const search of this.#searches.values()) search.abandon(reason)
    this.#searches.clear()
  }

  async #ask(named: CatalogName): Promise<Uint8Array> {
    const find = this.#find // called on its own, so that it gets no `this` of ours
    let given: unknown
    try {
      given = await find(named)
    } catch (error) {
      if (isGateError(error)) throw error
      throw new GateError(
        'ERR_FETCH_FAILED',
        'the function `catalog` failed; `cause` is what it threw',
        { cause: error },
      )
    }
    if (given === undefined || given === null) {
      throw new GateError(
        'ERR_CATALOG_MISMATCH',
        'the snapshot names a catalog that the gate does not hold, and the function `catalog` found none',
      )
    }
    let file: Uint8Array
    try {
      file = readCatalogFile(given, 'the function `catalog` must give')
    } catch (error) {
      throw new GateError('ERR_CATALOG_INVALID', (error as Error).message, { cause: error })
    }
    if (file.length > CATALOG_BYTES) throw tooLong()
    return file
  }
}

export function tooLong(): GateError {
  return new GateError('ERR_CATALOG_INVALID', `the catalog is longer than ${CATALOG_BYTES} bytes`)
}
