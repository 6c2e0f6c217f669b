import { type Client, type ClientOptions, createClient, type RequestOptions } from 'rolegate/client'
import { afterEach, beforeEach, vi } from 'vitest'
import { loaded, noon, options, sign } from './gates.ts'

/** What one request is answered with: a body, a whole answer, what is thrown, or nothing ever. */
export type Answer = string | Response | Error | 'never'

/** A server in memory, which keeps what it is asked. */
export class Server {
  readonly requests: { address: string; options: RequestOptions; time: number }[] = []
  /** Gives the next answer. */
  answer: () => Answer | Promise<Answer>

  constructor(answer: () => Answer | Promise<Answer> = () => 'never') {
    this.answer = answer
  }

  readonly fetch = async (address: string, options: RequestOptions): Promise<Response> => {
    this.requests.push({ address, options, time: Date.now() })
    const answer = await this.answer()
    if (answer instanceof Error) throw answer
    if (answer === 'never') {
      return new Promise((_, reject) => {
        options.signal.addEventListener('abort', () => reject(new Error('aborted')))
      })
    }
    return typeof answer === 'string' ? new Response(answer) : answer
  }
}

const clients: Client[] = []
let visibilityState = 'visible'
/** The browser's own, or a made-up one: what happens on a page is told to its listeners. */
const target = typeof window === 'undefined' ? new EventTarget() : window

/** Lets the tests of a file say what happens to the page, and how time goes on. */
export function useQuietPage(): void {
  beforeEach(async () => {
    // The engine starts in real time.
    await loaded()
    vi.useFakeTimers({ now: noon * 1000 })
    visibilityState = 'visible'
    const visibility = { configurable: true, get: () => visibilityState }
    if (typeof window === 'undefined') {
      vi.stubGlobal('addEventListener', target.addEventListener.bind(target))
      vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target))
      vi.stubGlobal('document', Object.defineProperty({}, 'visibilityState', visibility))
    } else {
      Object.defineProperty(document, 'visibilityState', visibility)
    }
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.close()
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    if (typeof window !== 'undefined') Reflect.deleteProperty(document, 'visibilityState')
  })
}

/** Tells the page's listeners that something has happened. */
export function happen(type: string): void {
  target.dispatchEvent(new Event(type))
}

/** Shows the page, or hides it. */
export function show(state: 'visible' | 'hidden'): void {
  visibilityState = state
  happen('visibilitychange')
}

export const warn = vi.fn()

/** A client of the desk, which is closed after the test. */
export function client(changes: Partial<ClientOptions>): Client {
  const { now: _, ...desk } = options
  const given = changes.fetchToken === undefined ? { url: 'https://desk.example/token' } : {}
  const made = createClient({
    ...(desk as ClientOptions),
    ...given,
    tabs: false,
    logger: { warn },
    ...changes,
  })
  clients.push(made)
  return made
}

const signing = new Set<Promise<string>>()
const realTimeout = setTimeout

/** Lets everything happen that no time has to pass for: signing a token takes a while of its own. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await Promise.all(signing)
    await new Promise(resolve => realTimeout(resolve))
  }
}

/** Lets so many seconds pass, and everything happen that is due by then. */
export async function pass(seconds: number): Promise<void> {
  let isOver = false
  setTimeout(() => {
    isOver = true
  }, seconds * 1000)
  await settle()
  while (!isOver) {
    await vi.advanceTimersToNextTimerAsync()
    await settle()
  }
}

/** A token that is issued now, whose number counts the milliseconds, as a server does it. */
export function issued(changes: Record<string, unknown> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const token = sign({
    iat: now,
    exp: now + 600,
    refresh_after: now + 300,
    seq: Date.now(),
    ...changes,
  })
  signing.add(token)
  return token.finally(() => signing.delete(token))
}
