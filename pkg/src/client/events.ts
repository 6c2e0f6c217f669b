import { startTimer } from '../unzoned.ts'
import { type Deadline, deadlineIn } from './deadline.ts'
import { fetchFailed } from './errors.ts'
import { isHidden, watchPage } from './page.ts'
import { request } from './request.ts'
import { pause, retryDelay } from './schedule.ts'
import { tabLocks } from './tabs.ts'
import type { Address, EventFeed, EventHearer } from './types.ts'

/** Milliseconds without a byte, after which a connection is taken for dead. */
const LONGEST_SILENCE = 60_000

/** Milliseconds that a connection has to hold, or it has failed. */
const SHORTEST_HOLD = 5000

/** Characters of an event; ours are shorter than a hundred. */
const LONGEST_EVENT = 4096

/**
 * Hears server-sent events of that address, to give as the option `events`. The event `refresh` makes
 * the client fetch at once, and `sign-out` signs out. A server that has nothing to say must send a
 * comment at least once a minute, or the connection is taken for dead.
 */
export function serverEvents(address: Address): EventFeed {
  return (hearer, ended) => {
    let hearing: AbortController | undefined
    const look = () => {
      const isWanted = !ended.aborted && !isHidden()
      if (isWanted === (hearing !== undefined)) return
      hearing?.abort()
      hearing = isWanted ? new AbortController() : undefined
      const signal = hearing?.signal
      if (signal) alone(hearer.shared, signal, () => hear(address, signal, hearer))
    }
    const unwatch = watchPage(look)
    ended.addEventListener('abort', () => {
      unwatch()
      look()
    })
    look()
  }
}

/** Does `work` in one of the tabs until `signal` is aborted; where they have no locks, in each. */
function alone(shared: string | undefined, signal: AbortSignal, work: () => Promise<void>): void {
  const locks = tabLocks()
  if (!shared || !locks) void work()
  else {
    locks.request(`${shared}:events`, { signal }, work).catch(() => {
      if (!signal.aborted) void work()
    })
  }
}

/** Keeps a connection until `signal` is aborted. */
async function hear(address: Address, signal: AbortSignal, hearer: EventHearer): Promise<void> {
  let failures = 0
  const parse = eventParser(event => {
    if (event === 'refresh') hearer.invalidate()
    if (event === 'sign-out') hearer.signOut()
  })
  const connect = async (connection: Deadline) => {
    const accept = 'text/event-stream'
    const answer = await request(hearer.fetch, address, connection.signal, { accept })
    const reader = answer.body?.getReader()
    if (!reader || !answer.ok || !answer.headers.get('content-type')?.startsWith(accept)) {
      throw fetchFailed('the answer is no stream of events', { cause: answer })
    }
    hearer.refresh()
    const stopTimer = startTimer(() => {
      failures = 0
    }, SHORTEST_HOLD)
    connection.signal.addEventListener('abort', stopTimer)
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      connection.extend()
      parse(decoder.decode(value, { stream: true }))
    }
  }
  while (!signal.aborted) {
    const connection = deadlineIn(LONGEST_SILENCE)
    const end = () => connection.end()
    signal.addEventListener('abort', end)
    await connection.wait(connect(connection)).catch(error => {
      if (failures === 0 && !signal.aborted) hearer.warn('the events have broken off', error)
    })
    signal.removeEventListener('abort', end)
    end()
    failures += 1
    await pause(retryDelay(failures))
  }
}

/**
 * Takes the pieces of an event stream, and calls `heard` with the name of each event (HTML section
 * 9.2.6). Data and ids are passed over: an event says that something is new, not what.
 */
export function eventParser(heard: (event: string) => void): (piece: string) => void {
  let rest = ''
  return piece => {
    // A line ends with a line feed, a carriage return, or both, which may come in two pieces.
    const events = (rest + piece).replace(/\r\n|\r(?!$)/g, '\n').split('\n\n')
    rest = events.pop() ?? ''
    if (rest.length > LONGEST_EVENT) throw fetchFailed('an event is too long')
    for (const event of events) {
      const name = /^event: ?(.*)$/m.exec(event)?.[1]
      // An event without data is none.
      if (name !== undefined && /^data(:|$)/m.test(event)) heard(name)
    }
  }
}
