import { NativePromise } from './unzoned.ts'

/** What the loads of one gate wait for. It may never come, so all waits can be ended at once. */
export class Waits {
  readonly #ends = new Set<(reason: Error) => void>()

  /** Waits for `work`; rejects if the waits are ended first. */
  async for<T>(work: Promise<T>): Promise<T> {
    let end = (_: Error): void => {}
    try {
      return await new NativePromise<T>((resolve, reject) => {
        end = reject
        this.#ends.add(end)
        work.then(resolve, reject)
      })
    } finally {
      this.#ends.delete(end)
    }
  }

  end(reason: () => Error): void {
    for (const end of this.#ends) end(reason())
  }
}
