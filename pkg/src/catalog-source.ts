import { GateError, isGateError } from './errors.ts'
import { CATALOG_BYTES } from './limits.ts'
import { readCatalogFile } from './options.ts'
import type { CatalogFinder, CatalogName } from './types.ts'

interface Search {
  readonly file: Promise<Uint8Array>
  /** Ends it for those who wait, whatever becomes of the app's function. */
  readonly abandon: (reason: GateError) => void
}

/** The app's function that finds catalogs, called once at a time for each. */
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

  /** Ends all searches with this error. The app's function is called anew for who asks afterwards. */
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
      throw new GateError('ERR_FETCH_FAILED', 'the function `catalog` has failed', { cause: error })
    }
    if (given === undefined || given === null) {
      throw new GateError(
        'ERR_CATALOG_MISMATCH',
        'the function `catalog` has none for the snapshot, which names another than the gate holds',
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
