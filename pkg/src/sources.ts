import { arrive, Late } from './late.ts'
import { type Options, readCatalogFile, readKeySet } from './options.ts'
import { isArrayBuffer } from './realms.ts'
import { TextDecoder } from './text.ts'

/** The key set and the catalog files of a gate, some of which may arrive after it was made. */
export class Sources {
  keys = ''
  readonly files: Uint8Array[] = []
  readonly #arrivals: Promise<void>[] = []

  constructor({ keys, catalog }: Options) {
    if (keys instanceof Late) {
      this.#expect(
        arrive(keys.given, { what: 'the key set', code: 'ERR_KEYS_INVALID' }, value => {
          this.keys = readKeySet(isArrayBuffer(value) ? textOf(value) : value, '`keys` must give')
        }),
      )
    } else this.keys = keys
    for (const [position, file] of catalog.files.entries()) {
      if (file instanceof Late) {
        this.#expect(
          arrive(file.given, { what: 'the catalog', code: 'ERR_CATALOG_INVALID' }, value => {
            this.files[position] = readCatalogFile(value, '`catalog` must give')
          }),
        )
      } else this.files[position] = file
    }
  }

  /**
   * Waits until everything is there.
   *
   * @throws GateError (as a rejection) `ERR_FETCH_FAILED`, `ERR_KEYS_INVALID` or `ERR_CATALOG_INVALID`
   */
  async ready(): Promise<void> {
    for (const arrival of this.#arrivals) await arrival
  }

  #expect(arrival: Promise<void>): void {
    // A failure is reported by every load, and by nothing before one.
    arrival.catch(() => {})
    this.#arrivals.push(arrival)
  }
}

function textOf(bytes: ArrayBuffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes))
}
