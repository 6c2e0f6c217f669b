import type {
  CatalogName,
  Gate,
  GateError,
  GateOptions,
  GateState,
  RegisteredRecords,
} from '../index.ts'

/** The platform's `AbortSignal`, in a program that has its type. */
export type Signal = typeof globalThis extends {
  /** The class, where there is one. */
  AbortSignal: {
    /** What its instances are. */
    prototype: infer S
  }
}
  ? S
  : unknown

/** An address: a text, or a `URL`. */
export type Address =
  | string
  | {
      /** The whole address. */
      readonly href: string
      /** The same. */
      toString(): string
    }

/** Whose snapshot is kept. Absent members are not known to the app. */
export interface Identity {
  /** The person's id, as in a snapshot's `sub`. A snapshot about anybody else is refused. */
  readonly subject?: string | undefined
  /** The workspace, where the server issues snapshots for one workspace at a time. */
  readonly workspace?: string | undefined
}

/** What a request for a token is made with. */
export interface TokenRequest extends Identity {
  /** The `ETag` of the token in force, for `if-none-match`; absent where an unchanged token is of no use. */
  readonly etag?: string | undefined
  /** Aborted by the timeout, by another identity, and by `close`. */
  readonly signal: Signal
}

/** What is read of a `Response`. */
export interface ServerAnswer {
  /** Whether the status is one of success. */
  readonly ok: boolean
  /** The HTTP status. */
  readonly status: number
  /** `etag`, `date`, `age`, `retry-after` and `content-type` are read. */
  readonly headers: {
    /** The value of a header, `null` without one. */
    get(name: string): string | null
  }
  /** The body as a stream, where there is one. */
  readonly body?: {
    /** Reads it piece by piece. */
    getReader(): BodyReader
  } | null
  /** The body as a text, where there is no stream. */
  text(): Promise<string>
}

/** What is used of the reader of a body. */
export interface BodyReader {
  /** The next piece. */
  read(): Promise<{
    /** Whether there is none. */
    readonly done: boolean
    /** Its bytes. */
    readonly value?: Uint8Array | undefined
  }>
  /** Ends the transfer. */
  cancel(): Promise<unknown>
}

/** What {@link Fetch} is called with, beside the address. */
export interface RequestOptions {
  /** The headers of the request. */
  readonly headers: Record<string, string>
  /** `no-store`: what can be kept, the client keeps itself. Absent for catalogs, which never change. */
  readonly cache?: 'no-store'
  /** Aborts the request. */
  readonly signal: Signal
}

/** The part of `fetch` that the client uses. */
export type Fetch = (address: string, options: RequestOptions) => Promise<ServerAnswer>

/** The part of `localStorage` that the client uses; another storage may answer with promises. */
export interface TokenStorage {
  /** What was kept under `key`, `null` for nothing. */
  getItem(key: string): string | null | undefined | PromiseLike<string | null | undefined>
  /** Keeps `value` under `key`. */
  setItem(key: string, value: string): unknown
  /** Forgets what was kept under `key`. */
  removeItem(key: string): unknown
}

/** Where the client tells what it has overcome: a failed request, a storage that throws. */
export interface Logger {
  /** Takes one sentence, which holds no token, and what was thrown. */
  warn(message: string, cause?: unknown): void
}

/**
 * What {@link createClient} takes: the options of `createGate`, and how snapshots are got. One of `url`
 * and `fetchToken` is required. A wrong option is a `TypeError`.
 */
export interface ClientOptions<Records = RegisteredRecords>
  extends Omit<GateOptions<Records>, 'catalog' | 'leastSeq' | 'subject'>,
    Identity {
  /** The address that answers with the token of whoever is signed in. */
  readonly url?: Address | undefined
  /**
   * Gets the token in a way of the app's own. It may give the `Response`, which is then read like one
   * of `url`; `null`, and nothing else, says that nobody is signed in. It may be called at any time, once
   * at a time.
   */
  readonly fetchToken?:
    | ((request: TokenRequest) => TokenAnswer | PromiseLike<TokenAnswer>)
    | undefined
  /** As of `createGate`; may be left out where `catalogUrl` finds all of them. */
  readonly catalog?: GateOptions['catalog'] | undefined
  /** The address of the catalog file that a snapshot names, for those that `catalog` lacks. */
  readonly catalogUrl?: ((named: CatalogName) => Address) | undefined
  /** A token that the server has put into the page: it is loaded first, and no request is made for it. */
  readonly token?: string | undefined
  /**
   * Tells of changes as they happen: {@link serverEvents}. One of the visible tabs keeps the connection,
   * for all.
   */
  readonly events?: EventFeed | undefined
  /**
   * Where the last token is kept over visits, for a start without a network. It needs `subject`. A
   * function is called for every use: `() => localStorage` also where reading that throws.
   */
  readonly storage?: TokenStorage | (() => TokenStorage) | undefined
  /** Whether tabs share snapshots, switches and sign-outs. Default `true`. */
  readonly tabs?: boolean | undefined
  /** How long a request, and the check of its answer, may take, in milliseconds. Default 10,000. */
  readonly timeout?: number | undefined
  /** Makes the requests, in place of the global `fetch`: for headers of the app's own. */
  readonly fetch?: Fetch | undefined
  /** Told of what the client has overcome, in place of `console`. */
  readonly logger?: Logger | undefined
}

/**
 * Hears events for one identity, until `signal` is aborted, as by another identity and by `close`; made
 * by {@link serverEvents}.
 */
export type EventFeed = (hearer: EventHearer, signal: Signal) => void

/** What an {@link EventFeed} works with, and what it can bring about. */
export interface EventHearer {
  /** What the tabs that share a person's snapshots call them; absent where they do not. */
  readonly shared: string | undefined
  /** Makes the requests of the client. */
  readonly fetch: Fetch
  /** As of {@link Client}: what happened before a connection stands may have been missed. */
  refresh(): void
  /** As of {@link Client}. */
  invalidate(): void
  /** As of {@link Client}. */
  signOut(): void
  /** Tells that a connection has broken off, and what was thrown. */
  warn(message: string, cause: unknown): void
}

/** What {@link ClientOptions.fetchToken} gives. */
export type TokenAnswer = string | ServerAnswer | null

/**
 * What the client does.
 *
 * - `refreshing`: it fetches or checks a snapshot; the former one stays in force.
 * - `idle`: it waits until the next snapshot is due, or until the next try after an `error`.
 * - `signed-out`: `signOut` was called, or the server has answered 401 or 403. The gate is empty.
 * - `closed`: `close` was called.
 */
export type ClientActivity = 'refreshing' | 'idle' | 'signed-out' | 'closed'

/** How the client stands: a frozen object, the same one until something changes. */
export interface ClientStatus {
  /** What the gate can do. */
  readonly state: GateState
  /** What the client does. */
  readonly activity: ClientActivity
  /** Why the last try has failed; `undefined` after one that has not. */
  readonly error: GateError | undefined
}

/** A gate that stays fresh. Made by {@link createClient}; its methods need no `this`. */
export interface Client {
  /** The gate to ask, always the same one. Leave loading, clearing and disposing to the client. */
  readonly gate: Gate
  /** How the client stands. */
  readonly status: ClientStatus
  /**
   * Waits until the gate decides, or until the client has failed to get it to. It never rejects, and
   * gives the status after `timeout` milliseconds at the latest, 10,000 by default.
   */
  ready(options?: { readonly timeout?: number | undefined }): Promise<ClientStatus>
  /**
   * Fetches a snapshot now, or joins the fetching that is under way; what has come already is asked for
   * anew.
   *
   * @returns the status afterwards; it never rejects
   */
  refresh(): Promise<ClientStatus>
  /**
   * The same, for when the server has just shown that it knows better, by 401 or 403: what was asked
   * for before is not enough. However many callers at the same time make one request.
   */
  invalidate(): Promise<ClientStatus>
  /**
   * Follows another person or workspace, in all tabs. The gate is empty at once; answers for the
   * former identity that come late are dropped.
   */
  switchTo(identity: Identity): Promise<ClientStatus>
  /** Empties the gate in all tabs and forgets the token that was kept, until `switchTo` is called. */
  signOut(): void
  /**
   * Calls `listener` with every new status.
   *
   * @returns the remover
   * @throws TypeError if `listener` is not a function
   */
  subscribe(listener: (status: ClientStatus) => void): () => void
  /** Ends everything, the gate too. */
  close(): void
}
