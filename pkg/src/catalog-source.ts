import { GateError, isGateError } from './errors.ts'
import { CATALOG_LIMIT, readCatalogFile } from './options.ts'
import type { CatalogFinder, CatalogName } from './types.ts'

/** The app's function that finds catalogs, called once at a time for each. */
export class CatalogSource {
  readonly #find: CatalogFinder
  readonly #searches = new Map<string, Promise<Uint8Array>>()

  constructor(find: CatalogFinder) {
    this.#find = find
  }

  /**
   * The bytes that the app gives for a catalog. Whether they are of that hash is the engine's to say.
   *
   * @throws GateError (as a rejection) `ERR_FETCH_FAILED` where the function fails, unless it throws a
   *   `GateError` of its own; `ERR_CATALOG_MISMATCH` where it has none; `ERR_CATALOG_INVALID` where it
   *   gives what cannot be one
   */
  find({ id, sha256 }: CatalogName): Promise<Uint8Array> {
    const running = this.#searches.get(sha256)
    if (running !== undefined) return running
    const search = this.#ask(Object.freeze({ id, sha256 }))
    this.#searches.set(sha256, search)
    const end = () => {
      if (this.#searches.get(sha256) === search) this.#searches.delete(sha256)
    }
    search.then(end, end)
    return search
  }

  /** Waits for nothing that was asked for before: who asks again is not held up by it. */
  forget(): void {
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
    if (file.length > CATALOG_LIMIT) throw tooLong()
    return file
  }
}

export function tooLong(): GateError {
  return new GateError('ERR_CATALOG_INVALID', `the catalog is longer than ${CATALOG_LIMIT} bytes`)
}
