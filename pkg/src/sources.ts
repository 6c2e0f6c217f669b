import { arrive, Late } from './late.ts'
import { type Options, readCatalogFile, readKeySet } from './options.ts'
import { isArrayBuffer } from './realms.ts'
import { TextDecoder } from './text.ts'
import type { KeySetFinder } from './types.ts'

/** Milliseconds: a key set that lacks a key is not got again sooner. */
const KEY_SET_PAUSE = 10_000

/** The key set and the catalog files of a gate, some of which may arrive after it was made. */
export class Sources {
  keys = ''
  readonly files: Uint8Array[] = []
  readonly #arrivals: Promise<void>[] = []
  readonly #findKeys: KeySetFinder | undefined
  /** When the app's function was last called for keys. */
  #askedAt = Number.NEGATIVE_INFINITY

  constructor({ keys, catalog }: Options) {
    if (typeof keys === 'function') this.#findKeys = keys
    else if (keys instanceof Late) this.#expect(this.#takeKeys(keys.given))
    else this.keys = keys
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
  async ready(now: number): Promise<void> {
    for (const arrival of this.#arrivals) await arrival
    if (this.keys === '') await this.#askForKeys(now)
  }

  /** Whether there are other keys than these, for which the app's function is asked if need be. */
  async hasOtherKeys(than: string, now: number): Promise<boolean> {
    // A clock that was set back has waited long enough.
    if (this.keys === than && Math.abs(now - this.#askedAt) >= KEY_SET_PAUSE) {
      await this.#askForKeys(now)
    }
    return this.keys !== than
  }

  /** The keys cannot be used: those before them count until others are asked for. */
  refuseKeys(before: string): void {
    if (this.#findKeys !== undefined) this.keys = before
  }

  async #askForKeys(now: number): Promise<void> {
    const find = this.#findKeys // called on its own, so that it gets no `this` of ours
    if (find === undefined) return
    this.#askedAt = now
    await this.#takeKeys((async () => find())())
  }

  #takeKeys(given: unknown): Promise<void> {
    return arrive(given, { what: 'the key set', code: 'ERR_KEYS_INVALID' }, value => {
      this.keys = readKeySet(isArrayBuffer(value) ? textOf(value) : value, '`keys` must give')
    })
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
