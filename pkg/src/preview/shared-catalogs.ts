import type { Arriving, CatalogFile, CatalogFinder, GateOptions } from '../index.ts'
import { arrive, isLate } from '../late.ts'
import { readCatalogFile } from '../options.ts'

type Given = Arriving<CatalogFile> | CatalogFinder

/** The catalogs of an application, which two gates read: a `Response` gives its bytes only once. */
export class SharedCatalogs {
  /** What the application's own gate is given. */
  readonly option: GateOptions['catalog']
  readonly #files: (CatalogFile | Promise<Uint8Array>)[] = []

  constructor(catalog: GateOptions['catalog']) {
    const shared = ([catalog].flat() as Given[]).map(one => this.#share(one))
    this.option = shared.length === 1 ? (shared[0] as Given) : shared
  }

  /** All that are known so far. */
  get files(): readonly (CatalogFile | Promise<Uint8Array>)[] {
    return [...this.#files]
  }

  #share(given: Given): Given {
    if (typeof given === 'function') {
      return async named => {
        const file = await bytesOf((async () => given(named))())
        if (file !== undefined) this.#files.push(file)
        return file
      }
    }
    const file = isLate(given) ? present(bytesOf(given)) : (given as CatalogFile)
    this.#files.push(file)
    return file
  }
}

/** The bytes of a catalog that arrives, or `undefined` where there is none. */
export async function bytesOf(given: unknown): Promise<Uint8Array | undefined> {
  let file: Uint8Array | undefined
  await arrive(given, { what: 'the catalog', code: 'ERR_CATALOG_INVALID' }, value => {
    if (value !== undefined && value !== null) file = readCatalogFile(value, '`catalog` must give')
  })
  return file
}

async function present(arriving: Promise<Uint8Array | undefined>): Promise<Uint8Array> {
  return (await arriving) ?? readCatalogFile(undefined, '`catalog` must give')
}
