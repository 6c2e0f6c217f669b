import { optional } from '../checks.ts'
import { startTimer } from '../unzoned.ts'
import { readIdentity } from './options.ts'
import { pause } from './schedule.ts'
import type { Identity } from './types.ts'

/** What one tab tells the others. */
export type Message =
  | TokenMessage
  /** Follow this identity, or nobody. */
  | { readonly kind: 'become'; readonly identity: Identity | undefined }
  /** The server knows nobody any more: see for yourselves. */
  | { readonly kind: 'ask' }

/** A token that the gate of the other tab has verified. */
export interface TokenMessage {
  readonly kind: 'token'
  readonly identity: Identity
  readonly token: string
}

interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(message: Message): void
  close(): void
  unref?(): void
}

export interface Locks {
  request(name: string, options: { signal: AbortSignal }, work: () => unknown): Promise<unknown>
}

interface Platform {
  readonly BroadcastChannel?: new (name: string) => Channel
  readonly navigator?: { readonly locks?: Locks }
}

const platform = globalThis as unknown as Platform

/** The browser's locks, where it has any. */
export function tabLocks(): Locks | undefined {
  return platform.navigator?.locks
}

/** Milliseconds: longer nobody waits for another tab's turn, which a browser may never end. */
const LONGEST_TURN = 5000

/** Milliseconds that a turn is held on, so that what it has told arrives before the next begins. */
const ECHO = 100

/** The tabs of one browser that keep snapshots of the same kind. Nothing right depends on them. */
export interface Tabs {
  tell(message: Message): void
  /**
   * Does `work` while no other tab does, as far as that can be had: without locks, and after waiting
   * for too long, it is done at once.
   */
  inTurn(signal: AbortSignal, work: () => Promise<void>): Promise<void>
  close(): void
}

/** Those of that name; without one there are none. */
export function tabsOf(name: string | undefined, hear: (message: Message) => void): Tabs {
  const { BroadcastChannel } = platform
  const channel = name && BroadcastChannel ? new BroadcastChannel(name) : undefined
  if (channel) {
    channel.unref?.()
    channel.onmessage = ({ data }) => {
      if (isMessage(data)) hear(data)
    }
  }
  return {
    tell: message => channel?.postMessage(message),
    inTurn(signal, work) {
      const locks = tabLocks()
      if (!name || !locks) return work()
      const waiting = new AbortController()
      const giveUp = () => waiting.abort()
      const stopTimer = startTimer(giveUp, LONGEST_TURN)
      signal.addEventListener('abort', giveUp)
      return new Promise((resolve, reject) => {
        const turn = () => {
          stopTimer()
          return work().then(resolve, reject)
        }
        locks
          .request(name, { signal: waiting.signal }, () => turn().then(() => pause(ECHO)))
          .catch(turn)
      })
    },
    close: () => channel?.close(),
  }
}

/** The members of each kind of message, in the order in which they are told. */
const MEMBERS: Readonly<Record<string, string>> = {
  token: 'kind,identity,token',
  become: 'kind,identity',
  ask: 'kind',
}

/** Whether a tab of this version has told it: anybody may use a channel of that name. */
function isMessage(data: unknown): data is Message {
  try {
    const { kind, identity, token = '' } = data as Partial<TokenMessage>
    optional(identity, readIdentity as (value: unknown) => Identity)
    return `${Object.keys(data as Message)}` === MEMBERS[kind ?? ''] && typeof token === 'string'
  } catch {
    return false
  }
}
