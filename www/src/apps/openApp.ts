import type { Gate } from 'rolegate'
import { type Client, createClient, serverEvents } from 'rolegate/client'
import { answerWorkbench, mountPreview, type Preview, previewable } from 'rolegate/preview'
import { recordOf } from '../gate/asked.ts'
import type { ProductDefinition } from '../products/definition.ts'
import type { Screens } from '../products/screens.ts'
import { openCatalog } from '../scenario/catalogs.ts'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import { accountsOf } from './accounts.ts'
import { EVENTS, openStandIn, SNAPSHOT, type StandIn } from './standIn.ts'

/** A product, and the id of its catalog. */
export interface Product extends Omit<Screens, 'items'> {
  readonly id: string
}

/** An app whose gate is kept fresh, whether or not somebody is signed in. */
export interface OpenedApp {
  readonly product: Product
  readonly catalog: DisplayCatalog
  readonly server: StandIn
  readonly client: Client
  /** The client's gate, which can also be looked at as anyone. */
  readonly gate: Gate
  readonly preview: Preview | undefined
}

/** Opens a product as an app: the gate that its screens ask, and what keeps it fresh. */
export async function openApp(product: Product): Promise<OpenedApp> {
  const { id, definition } = product
  const catalog = await openCatalog({ product: id, sha256: undefined, file: undefined })
  const issuer = `https://${nameOf(definition)}.example`
  const server = await openStandIn({
    catalog,
    issuer,
    audience: id,
    people: accountsOf(definition.people),
  })
  const { records } = definition
  const client = createClient({
    keys: server.jwks(),
    issuer,
    audience: id,
    catalog: catalog.text,
    records,
    url: SNAPSHOT,
    events: serverEvents(EVENTS),
    storage: () => localStorage,
    subject: server.signedIn()?.subject,
    // With a real server this line goes, and the rest stays.
    fetch: server.fetch,
  })
  // Its snapshots are worth nothing, so anybody may look at it as anyone, wherever it is served.
  const hosts = { hosts: [location.hostname] }
  const gate = previewable({ gate: client.gate, catalog: catalog.text, records }, hosts)
  if (window.parent === window) void mountPreview(gate, { side: 'left' })
  else answerWorkbench(gate, { origins: [location.origin], record: (_, at) => recordOf(at) })
  return { product, catalog, server, client, gate, preview: gate.preview }
}

function nameOf({ customer }: ProductDefinition): string {
  return customer.toLowerCase().replaceAll(' ', '-')
}
