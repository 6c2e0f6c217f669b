import { GateError } from './errors.ts'
import { arrive } from './late.ts'
import { CATALOG_BYTES } from './limits.ts'
import { readCatalogFile } from './options.ts'
import type { CatalogFinder, CatalogName } from './types.ts'

/**
 * The app's function that finds catalogs. While it searches for one, it is not called for it again.
 */
export class CatalogSource {
  readonly #find: CatalogFinder
  readonly #searches = new Map<string, Promise<Uint8Array>>()

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
    if (running !== undefined) return running
    const search = this.#ask(Object.freeze({ id, sha256 }))
    this.#searches.set(sha256, search)
    const end = () => {
      if (this.#searches.get(sha256) === search) this.#searches.delete(sha256)
    }
    search.then(end, end)
    return search
  }

  /** Forgets all searches: a later one calls the app's function again. */
  forget(): void {
    this.#searches.clear()
  }

  async #ask(named: CatalogName): Promise<Uint8Array> {
    const find = this.#find // called on its own, so that it gets no `this` of ours
    const found = (async () => find(named))()
    let file: Uint8Array = new Uint8Array()
    await arrive(found, { what: 'the catalog', code: 'ERR_CATALOG_INVALID' }, given => {
      if (given === undefined || given === null) {
        throw new GateError(
          'ERR_CATALOG_MISMATCH',
          'the snapshot names a catalog that the gate does not hold, and the function `catalog` found none',
        )
      }
      file = readCatalogFile(given, 'the function `catalog` must give')
    })
    if (file.length > CATALOG_BYTES) throw tooLong()
    return file
  }
}

export function tooLong(): GateError {
  return new GateError('ERR_CATALOG_INVALID', `the catalog is longer than ${CATALOG_BYTES} bytes`)
}
