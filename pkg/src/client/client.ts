import { handle } from '../handle.ts'
import type { RegisteredRecords } from '../index.ts'
import { report } from '../report.ts'
import { inThisZone, startTimer } from '../unzoned.ts'
import { Keeper } from './keeper.ts'
import { readIdentity, readOptions } from './options.ts'
import { decides } from './state.ts'
import type { Client, ClientOptions, ClientStatus } from './types.ts'

const READY_TIMEOUT = 10_000

/**
 * Makes a gate and keeps it fresh: fetches the first snapshot at once, and each next one before its
 * `refresh_after`, when somebody looks at the page again, and when the network is back.
 *
 * Nothing it meets takes the last good snapshot out of force before its time, except that the server
 * says that nobody is signed in.
 *
 * ```ts
 * const client = createClient({
 *   url: '/api/role-snapshot',
 *   keys,
 *   issuer: 'https://app.example',
 *   audience: 'chat-web',
 *   catalog,
 * })
 * await client.ready({ timeout: 3000 })
 * if (client.gate.can('reports.export')) showExport()
 * ```
 *
 * @throws TypeError for a wrong or unknown option
 */
export function createClient<Records = RegisteredRecords>(options: ClientOptions<Records>): Client {
  const listeners = new Set<{ readonly tell: (status: ClientStatus) => void }>()
  const keeper = new Keeper(readOptions(options), status => {
    for (const { tell } of [...listeners]) {
      try {
        tell(status)
      } catch (error) {
        report(error)
      }
    }
  })
  const subscribe = (listener: (status: ClientStatus) => void) => {
    if (typeof listener !== 'function') throw new TypeError('a listener must be a function')
    const entry = { tell: inThisZone(listener) }
    listeners.add(entry)
    return () => {
      listeners.delete(entry)
    }
  }
  const settled = (isEnough: (status: ClientStatus) => boolean, timeout: number) =>
    new Promise<ClientStatus>(resolve => {
      const look = (status: ClientStatus, isOver = false) => {
        if (!isOver && status.activity === 'refreshing' && !isEnough(status)) return
        remove()
        stop()
        resolve(status)
      }
      const remove = subscribe(look)
      const stop = startTimer(() => look(keeper.status, true), timeout)
      look(keeper.status)
    })
  const after = (begin: () => void) => {
    begin()
    // Every try has an end of its own.
    return settled(() => false, Number.POSITIVE_INFINITY)
  }
  return handle<Client>({
    gate: keeper.gate,
    get status() {
      return keeper.status
    },
    ready: ({ timeout = READY_TIMEOUT } = {}) => settled(decides, timeout),
    refresh: () => after(() => keeper.refresh()),
    invalidate: () => after(() => keeper.invalidate()),
    switchTo: identity => after(() => keeper.become(readIdentity(identity))),
    signOut: () => keeper.signOut(),
    subscribe,
    close: () => keeper.close(),
  })
}
