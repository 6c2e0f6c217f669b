import { tellNote } from './binding.ts'
import type { ChangeNotifier } from './change-notifier.ts'
import { handle } from './handle.ts'
import { type Options, readOptions } from './options.ts'
import { kindOf } from './realms.ts'
import { Session } from './session.ts'
import { reporterOf } from './strict.ts'
import type { Gate, GateOptions, GateView, RegisteredRecords } from './types.ts'
import { View } from './view.ts'

/**
 * Makes a gate. Until the first `load` it denies everything with `no-snapshot`, whose outcome is
 * `loading`.
 *
 * The engine is fetched and compiled, and the catalog read, from now on, unless the option `lazy` is
 * set. An unusable key set or catalog is noticed by `load`, which rejects with `ERR_KEYS_INVALID` or
 * `ERR_CATALOG_INVALID`.
 *
 * ```ts
 * const gate = createGate({
 *   keys: fetch('/jwks.json'),
 *   issuer: 'https://app.example',
 *   audience: 'chat-web',
 *   catalog: fetch('/catalog.json'),
 *   records: { conversation: { assignee: (c: Conversation) => c.agentId } },
 * })
 * // A served file ends with a line break, which is not part of the token.
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
  return gateWith(readOptions(options))
}

/** What others than its own views know of a session; not its class, whose types applications would read. */
interface KnownSession {
  /** The text of the snapshot in force. */
  readonly token: string | undefined
  readonly notifier: Pick<ChangeNotifier, 'add'>
}

const sessions = new WeakMap<Gate, KnownSession>()

/** What a gate of this copy of the package stands on; no part of what an application can reach. */
export function sessionOf(gate: Gate): KnownSession | undefined {
  return sessions.get(gate)
}

/** The same with options that were read already. */
export function gateWith(read: Options): Gate {
  const session = new Session(read)
  if (!read.lazy) session.startEarly()
  const report = reporterOf(read.strict)
  const views = new Map<string, GateView>()
  const gate = handle<Gate, GateView>(
    {
      load: async token => {
        try {
          await session.load(token)
        } finally {
          // An engine from the copy is no mistake: only who asks for reports is told.
          if (report !== undefined && read.strict) tellNote(report)
        }
      },
      in: workspace => {
        if (!isWorkspace(workspace)) {
          report?.(`\`gate.in\` takes the id of a workspace, a string, not ${kindOf(workspace)}`)
        }
        // Anything that is not an id becomes the empty id, for which there is no membership.
        const id = isWorkspace(workspace) ? workspace : ''
        let view = views.get(id)
        if (view === undefined) {
          view = new View(session, id, report).handle()
          views.set(id, view)
        }
        return view
      },
      clear: () => session.clear(),
      dispose: () => session.dispose(),
    },
    new View(session, undefined, report).handle(),
  )
  sessions.set(gate, session)
  return gate
}

function isWorkspace(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
