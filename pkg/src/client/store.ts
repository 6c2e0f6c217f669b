import type { Identity, TokenStorage } from './types.ts'

/**
 * Uses the storage, before it returns, under the key of an identity; `undefined` where that cannot be
 * done.
 */
export type TokenStore = (
  identity: Identity,
  use: (storage: TokenStorage, key: string) => unknown,
) => Promise<unknown>

/**
 * Where the last token of each identity is kept: in the app's storage, which may throw, lie or be full.
 * What it gives is a token like any other, and without it the client goes on.
 *
 * The token is all that is kept. Its `seq` is signed with it, so no storage can raise it.
 */
export function tokenStore(
  storage: TokenStorage | (() => TokenStorage) | undefined,
  kind: string,
  warn: (message: string, cause: unknown) => void,
): TokenStore {
  let hasFailed = false
  return async ({ subject, workspace }, use) => {
    // Nobody's token is kept or read where it is not known who is signed in.
    if (!storage || subject === undefined) return undefined
    try {
      const opened = typeof storage === 'function' ? storage() : storage
      return await use(opened, `${kind}:${JSON.stringify([subject, workspace])}`)
    } catch (error) {
      if (!hasFailed) warn('the storage has failed', error)
      hasFailed = true
      return undefined
    }
  }
}
