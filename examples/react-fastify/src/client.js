import { createClient, serverEvents } from 'rolegate/client'
import { en, labelsOf, reasonText } from 'rolegate/reasons'
import catalogText from '../catalog.json?raw'

export const catalog = JSON.parse(catalogText)
const labels = labelsOf(catalog, 'en')

/** Keeps the gate of a person in a workspace; the server issues a snapshot for each. */
export function startClient(subject, workspace) {
  return createClient({
    subject,
    workspace,
    fetchToken: ({ workspace, etag, signal }) =>
      fetch(`/api/${workspace}/role-snapshot`, {
        cache: 'no-store',
        headers: etag ? { 'if-none-match': etag } : {},
        signal,
      }),
    events: serverEvents('/api/role-events'),
    keys: () => fetch('/api/jwks.json'),
    issuer: 'https://studio.example',
    audience: 'studio-web',
    catalog: catalogText,
    records: { document: { owner: document => document.owner } },
  })
}

/** Why something is not allowed, as a sentence. */
export const reason = decision => reasonText(decision, en, labels)

/** The label of a permission. */
export function labelOf(permission) {
  const permissions = catalog.areas.flatMap(area => area.permissions)
  return permissions.find(({ id }) => id === permission)?.label.en ?? permission
}
