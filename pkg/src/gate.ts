import { readOptions } from './options.ts'
import { Session } from './session.ts'
import { type Report, reporter } from './strict.ts'
import type { Gate, GateOptions, GateView, RegisteredRecords } from './types.ts'
import { View } from './view.ts'

/**
 * Makes a gate. Nothing is loaded or verified yet: until the first `load` it denies everything with
 * `no-snapshot`, whose outcome is `loading`.
 *
 * A key set or catalog that cannot be used is found when the first snapshot is loaded; that `load`
 * rejects with `ERR_KEYS_INVALID` or `ERR_CATALOG_INVALID`.
 *
 * ```ts
 * const gate = createGate({
 *   keys: await text('/jwks.json'),
 *   issuer: 'https://app.example',
 *   audience: 'chat-web',
 *   catalog: await text('/catalog.json'),
 *   records: { conversation: { assignee: (c: Conversation) => c.agentId } },
 * })
 * // A served file ends with a line break, which is no part of the token.
 * await gate.load((await text('/api/role-snapshot')).trim())
 * if (gate.can('reports.export')) showExport()
 *
 * async function text(url: string): Promise<string> {
 *   const response = await fetch(url)
 *   if (!response.ok) throw new Error(`${url}: ${response.status}`)
 *   return response.text()
 * }
 * ```
 *
 * @throws TypeError for a wrong or unknown option
 */
export function createGate<Records = RegisteredRecords>(options: GateOptions<Records>): Gate {
  const read = readOptions(options)
  return new OpenGate(new Session(read), read.strict ? reporter() : undefined)
}

class OpenGate extends View implements Gate {
  readonly #session: Session
  readonly #report: Report | undefined
  readonly #views = new Map<string, View>()

  constructor(session: Session, report: Report | undefined) {
    super(session, undefined, report)
    this.#session = session
    this.#report = report
  }

  async load(token: string): Promise<void> {
    await this.#session.load(token)
  }

  in(workspace: string): GateView {
    // No workspace has an empty id, so whatever is no id is nowhere.
    const id = typeof workspace === 'string' ? workspace : ''
    let view = this.#views.get(id)
    if (view === undefined) {
      view = new View(this.#session, id, this.#report)
      this.#views.set(id, view)
    }
    return view
  }

  clear(): void {
    this.#session.clear()
  }

  dispose(): void {
    this.#session.dispose()
  }
}
