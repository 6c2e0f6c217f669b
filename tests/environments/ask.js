import { createGate } from 'rolegate'
import { audience, catalog, issuer, keys, token } from './fixture.js'

/** One answer that is granted, one that is not, and one that is on offer; or why there is none. */
export async function ask() {
  try {
    const gate = createGate({ keys, issuer, audience, catalog })
    await gate.load(token)
    return {
      granted: gate.can('reports.export'),
      notGranted: gate.can('agent-inbox.access'),
      offer: gate.decide('workspaces.view').outcome,
    }
  } catch (error) {
    return { error: `${error}`, cause: `${error.cause}` }
  }
}
