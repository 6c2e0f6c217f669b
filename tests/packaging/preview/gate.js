import { createGate } from 'rolegate'
import snapshot from './snapshot.json'

/** A gate as of an application, with previews where `importPreviews` gets them. */
export async function answers(importPreviews) {
  const { audience, issuer, keys, now, token } = snapshot
  const catalog = await (await fetch('/catalog.json')).text()
  const options = { keys, issuer, audience, catalog, now: () => now }
  const previews = await importPreviews()
  const gate = previews ? previews.previewable(options) : createGate(options)
  await previews?.mountPreview(gate)
  await gate.load(token)
  document.title = JSON.stringify(gate.can('reports.export'))
}
