import type { Decision } from '../../index.ts'
import type { Scenario } from '../scenario.ts'
import type { Showing } from '../stage.ts'

/** Marks the messages of this version; others are passed over. */
export const PROTOCOL = 'rolegate-preview-1'

/** A control of a framed application that asks a gate. */
export interface GateOnScreen {
  /** The question that its attribute holds. */
  readonly question: string
  /** The answer for the scenario that is shown. */
  readonly decision: Decision
  /**
   * Where it is, in CSS pixels from the top left corner of the application's view; `undefined` where it
   * takes no room, as of what is hidden.
   */
  readonly rectangle: Rectangle | undefined
}

/** A part of a view, in CSS pixels. */
export interface Rectangle {
  /** From the left edge. */
  readonly x: number
  /** From the top edge. */
  readonly y: number
  /** To the right. */
  readonly width: number
  /** Down. */
  readonly height: number
}

/** What a workbench says. */
export type ToApp =
  | { readonly type: 'hello' }
  | { readonly type: 'show'; readonly call: number; readonly scenario: unknown }
  | { readonly type: 'exit' }

/** What an application says. Nothing of the signed-in person is in it. */
export type ToWorkbench =
  /** It has just started, and waits to be greeted. */
  | { readonly type: 'started' }
  | { readonly type: 'here'; readonly catalogs: readonly Uint8Array[] }
  | { readonly type: 'unusable'; readonly message: string }
  | { readonly type: 'showing'; readonly call: number; readonly showing: Showing }
  /** What is on its screen, during a preview only. */
  | {
      readonly type: 'screen'
      readonly scenario: Scenario | undefined
      readonly gates: readonly GateOnScreen[]
    }

export function sealed<Message extends ToApp | ToWorkbench>(message: Message): object {
  return { ...message, rolegate: PROTOCOL }
}

/** A message of this protocol, if the event is one that comes from where it must. */
export function opened<Message extends ToApp | ToWorkbench>(
  { data, origin, source }: MessageEvent<unknown>,
  from: { readonly source: unknown; readonly origins: readonly string[] },
): Message | undefined {
  if (source === null || source !== from.source || !from.origins.includes(origin)) return undefined
  const isOurs =
    typeof data === 'object' && data !== null && 'rolegate' in data && data.rolegate === PROTOCOL
  return isOurs ? (data as unknown as Message) : undefined
}

/**
 * An origin as browsers write it.
 *
 * @throws TypeError for anything else, so that a mistake does not look like silence
 */
export function checkedOrigin(origin: string): string {
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin && origin !== 'null'
  if (!isOrigin) {
    throw new TypeError('an origin must be like `https://chat.example`, without a path')
  }
  return origin
}
