import { createGate } from 'rolegate'
import { audience, catalog, issuer, keys, token } from './fixture.js'

/**
 * One answer that is granted, one that is not, and one that is on offer, and whether a mistake is
 * reported; or why there is none.
 */
export async function ask() {
  try {
    const gate = createGate({ keys, issuer, audience, catalog })
    await gate.load(token)
    return {
      granted: gate.can('reports.export'),
      notGranted: gate.can('agent-inbox.access'),
      offer: gate.decide('workspaces.view').outcome,
      reports: reportsMistakes(gate),
    }
  } catch (error) {
    return { error: `${error}`, cause: `${error.cause}` }
  }
}

/** A mistake is reported once, so it is another one each time. */
function reportsMistakes(gate) {
  const { error } = console
  const name = `reports.${Math.random().toString(36).slice(2)}`
  let reports = false
  console.error = text => {
    reports ||= text.includes(name)
  }
  gate.can(name)
  console.error = error
  return reports
}
