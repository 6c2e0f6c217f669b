import { handle } from '../../handle.ts'
import { report } from '../../report.ts'
import type { Scenario } from '../scenario.ts'
import type { Showing } from '../stage.ts'
import {
  checkedOrigin,
  type GateOnScreen,
  opened,
  sealed,
  type ToApp,
  type ToWorkbench,
} from './messages.ts'

/** What is known of a framed application. A new object after every change. */
export interface FramedApp {
  /**
   * - `waiting`: it has not answered. It may still load, may not list this page's origin, or may not call
   *   {@link answerWorkbench}.
   * - `connected`: it answers.
   * - `unusable`: it has answered that it cannot show anything; `message` says why.
   */
  readonly state: 'waiting' | 'connected' | 'unusable'
  /** Why it is unusable. */
  readonly message: string | undefined
  /** The files of its catalogs, for {@link readCatalog}. */
  readonly catalogs: readonly Uint8Array[]
  /** The scenario that it shows; `undefined` outside a preview. */
  readonly scenario: Scenario | undefined
  /** Its controls that ask a gate, in the order of the document; none outside a preview. */
  readonly gates: readonly GateOnScreen[]
}

/** A connection to a framed application. Its methods need no `this`. */
export interface AppConnection {
  /** What is known now. */
  readonly app: FramedApp
  /**
   * Lets the application show a scenario. It keeps it when the frame loads another of its pages. An
   * application that has not answered yet is shown it once it does; until then the promise is pending.
   *
   * @throws Error (as a rejection) where the application is `unusable`
   */
  show(scenario: unknown): Promise<Showing>
  /** Lets the application answer for the signed-in person again. */
  exit(): void
  /**
   * Calls `listener` after every change of `app`.
   *
   * @returns a function that removes the listener
   */
  subscribe(listener: () => void): () => void
  /** Ends the connection; what the application shows stays. */
  close(): void
}

/** The part of an `iframe` element that is used. */
export interface AppFrame extends EventTarget {
  /** Its window, `null` while it has none. */
  readonly contentWindow: Pick<Window, 'postMessage'> | null
}

const WAITING: FramedApp = Object.freeze({
  state: 'waiting',
  message: undefined,
  catalogs: [],
  scenario: undefined,
  gates: [],
})

/**
 * Connects to an application in a frame, which lists this page's origin in {@link answerWorkbench}.
 *
 * ```ts
 * const connection = connectApp(frame, 'https://chat.example')
 * connection.subscribe(() => draw(connection.app.gates))
 * await connection.show(scenario)
 * ```
 *
 * @param frame - the `iframe` element, in the document
 * @param origin - the application's origin; messages of any other are passed over, and none is sent there
 * @throws TypeError for what is no origin
 */
export function connectApp(frame: AppFrame, origin: string): AppConnection {
  const connection = new WorkbenchSide(frame, checkedOrigin(origin))
  return handle<AppConnection>({
    get app() {
      return connection.app
    },
    show: scenario => connection.show(scenario),
    exit: () => connection.exit(),
    subscribe: listener => connection.subscribe(listener),
    close: () => connection.close(),
  })
}

/** A call of `show` that has not been answered. */
interface Call {
  readonly number: number
  readonly scenario: unknown
  readonly resolve: (showing: Showing) => void
  readonly reject: (error: Error) => void
}

class WorkbenchSide {
  app: FramedApp = WAITING
  readonly #frame: AppFrame
  readonly #origin: string
  readonly #listeners = new Set<() => void>()
  readonly #end = new AbortController()
  #calls = 0
  #waiting: Call | undefined
  /** What the application is to show, whichever of its pages the frame loads. */
  #wanted: unknown

  constructor(frame: AppFrame, origin: string) {
    this.#frame = frame
    this.#origin = origin
    const { signal } = this.#end
    window.addEventListener('message', event => this.#hear(event), { signal })
    frame.addEventListener('load', () => this.#greet(), { signal })
    this.#greet()
  }

  show(scenario: unknown): Promise<Showing> {
    this.#wanted = scenario
    this.#calls += 1
    const number = this.#calls
    this.#settle({ outcome: 'dropped' })
    return new Promise((resolve, reject) => {
      this.#waiting = { number, scenario, resolve, reject }
      if (this.app.state === 'connected') this.#post({ type: 'show', call: number, scenario })
    })
  }

  exit(): void {
    this.#wanted = undefined
    this.#settle({ outcome: 'dropped' })
    this.#post({ type: 'exit' })
  }

  subscribe(listener: () => void): () => void {
    const entry = () => listener()
    this.#listeners.add(entry)
    return () => this.#listeners.delete(entry)
  }

  close(): void {
    this.#settle({ outcome: 'dropped' })
    this.#end.abort()
    this.#listeners.clear()
  }

  #greet(): void {
    this.#post({ type: 'hello' })
  }

  #hear(event: MessageEvent): void {
    const from = { source: this.#frame.contentWindow, origins: [this.#origin] }
    const message = opened<ToWorkbench>(event, from)
    if (message === undefined) return
    switch (message.type) {
      case 'started':
        this.#update(WAITING)
        this.#greet()
        break
      case 'here':
        this.#update({ state: 'connected', message: undefined, catalogs: message.catalogs })
        this.#repeat()
        break
      case 'unusable':
        this.#update({ ...WAITING, state: 'unusable', message: message.message })
        this.#settle(message)
        break
      case 'screen':
        this.#update({ scenario: message.scenario, gates: message.gates })
        break
      case 'showing':
        if (this.#waiting?.number === message.call) this.#settle(message.showing)
    }
  }

  /** Answers the call that waits, if one does. */
  #settle(answer: Showing | { readonly message: string }): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if ('outcome' in answer) waiting?.resolve(answer)
    else waiting?.reject(new Error(`the application cannot show it: ${answer.message}`))
  }

  /** Asks for what is wanted: the page is a new one, or has not been asked yet. */
  #repeat(): void {
    if (this.#wanted === undefined) return
    const call = this.#waiting?.number ?? this.#calls
    this.#post({ type: 'show', call, scenario: this.#wanted })
  }

  #post(message: ToApp): void {
    this.#frame.contentWindow?.postMessage(sealed(message), this.#origin)
  }

  #update(changes: Partial<FramedApp>): void {
    this.app = Object.freeze({ ...this.app, ...changes })
    for (const listener of [...this.#listeners]) {
      try {
        listener()
      } catch (error) {
        report(error)
      }
    }
  }
}
