import type { Gate } from '../../index.ts'
import type { Preview, PreviewableGate } from '../previewable.ts'
import { checkedOrigin, opened, sealed, type ToApp, type ToWorkbench } from './messages.ts'
import { gatesOnScreen, type RecordOf, rootsIn } from './on-screen.ts'

/** What {@link answerWorkbench} takes. */
export interface WorkbenchOptions {
  /** The origins of the workbenches that may frame this page and show it as anyone. */
  readonly origins: readonly string[]
  /**
   * Finds the record that `data-gate-record` of an element names, as of `bind` of `rolegate/dom`. Without
   * it the attribute holds the record itself, as JSON.
   */
  readonly record?: ((name: string, element: Element) => unknown) | undefined
}

/**
 * Lets a workbench that frames this page show scenarios in it, and tells it where the controls are that ask
 * (`data-gate` or `data-permission`) and what they are answered.
 *
 * Only a frame's parent of a listed origin is answered. It is told of previews alone: neither the token nor
 * any right of the signed-in person leaves the page. Without previews, or outside a frame, nothing happens.
 *
 * ```ts
 * answerWorkbench(gate, { origins: ['https://workbench.example'] })
 * ```
 *
 * @returns what ends it
 * @throws TypeError for what is no origin
 */
export function answerWorkbench(
  gate: PreviewableGate,
  { origins, record = name => JSON.parse(name) }: WorkbenchOptions,
): () => void {
  const listed = origins.map(checkedOrigin)
  const { preview } = gate
  if (preview === undefined || globalThis.window === undefined || window.parent === window) {
    return () => {}
  }
  const bridge = new AppSide(gate, preview, listed, record)
  return () => bridge.close()
}

class AppSide {
  readonly #gate: Gate
  readonly #preview: Preview
  readonly #origins: readonly string[]
  readonly #record: RecordOf
  readonly #end = new AbortController()
  /** The origin of the workbench that has greeted. */
  #workbench: string | undefined
  #isLooking = false
  readonly #changes = new MutationObserver(() => this.#look())
  readonly #watched = new WeakSet<Node>()
  #told = ''

  constructor(gate: Gate, preview: Preview, origins: readonly string[], record: RecordOf) {
    this.#gate = gate
    this.#preview = preview
    this.#origins = origins
    this.#record = record
    const { signal } = this.#end
    window.addEventListener('message', event => this.#hear(event), { signal })
    for (const type of ['resize', 'load']) window.addEventListener(type, this.#look, { signal })
    this.#watch(document)
    const stops = [gate.subscribe(this.#look), preview.subscribe(this.#look)]
    signal.addEventListener('abort', () => {
      this.#changes.disconnect()
      for (const stop of stops) stop()
    })
    // One that was there first has greeted a page that was not listening yet.
    for (const origin of origins) this.#post({ type: 'started' }, origin)
  }

  close(): void {
    this.#end.abort()
  }

  #hear(event: MessageEvent): void {
    const message = opened<ToApp>(event, { source: window.parent, origins: this.#origins })
    if (message === undefined) return
    this.#workbench = event.origin
    if (message.type === 'hello') this.#introduce()
    else if (message.type === 'show') this.#show(message.call, message.scenario)
    else if (message.type === 'exit') this.#preview.exit()
  }

  async #introduce(): Promise<void> {
    try {
      const catalogs = await this.#preview.catalogs()
      this.#answer({ type: 'here', catalogs: catalogs.map(({ file }) => file) })
      this.#told = ''
      this.#look()
    } catch (error) {
      this.#answer({ type: 'unusable', message: `${error}` })
    }
  }

  async #show(call: number, scenario: unknown): Promise<void> {
    try {
      this.#answer({ type: 'showing', call, showing: await this.#preview.show(scenario) })
    } catch (error) {
      this.#answer({ type: 'unusable', message: `${error}` })
    }
  }

  /** Looks at the screen once it has been drawn, however much changes until then. */
  readonly #look = (): void => {
    if (this.#isLooking || this.#workbench === undefined) return
    this.#isLooking = true
    requestAnimationFrame(() => {
      this.#isLooking = false
      if (!this.#end.signal.aborted) this.#tell()
    })
  }

  #tell(): void {
    const { scenario } = this.#preview
    const roots = scenario ? rootsIn(document) : []
    for (const root of roots) this.#watch(root)
    const gates = gatesOnScreen(this.#gate, roots, this.#record)
    const text = JSON.stringify([scenario, gates])
    if (text === this.#told) return
    this.#told = text
    this.#answer({ type: 'screen', scenario, gates })
  }

  /** Notices every change in a document or a shadow root. */
  #watch(root: Node): void {
    if (this.#watched.has(root)) return
    this.#watched.add(root)
    const every = { subtree: true, childList: true, attributes: true, characterData: true }
    this.#changes.observe(root, every)
    for (const type of ['scroll', 'transitionend', 'load']) {
      root.addEventListener(type, this.#look, {
        signal: this.#end.signal,
        capture: true,
        passive: true,
      })
    }
  }

  #answer(message: ToWorkbench): void {
    if (this.#workbench !== undefined) this.#post(message, this.#workbench)
  }

  #post(message: ToWorkbench, origin: string): void {
    window.parent.postMessage(sealed(message), origin)
  }
}
