import { createClient, serverEvents } from 'rolegate/client'
import { en, labelsOf, reasonText } from 'rolegate/reasons'
import catalog from '../catalog.json?raw'
import { records } from '../server/data.js'

/** Keeps a person's gate fresh: the server tells of every change. */
export const startClient = subject =>
  createClient({
    subject,
    url: '/api/role-snapshot',
    events: serverEvents('/api/role-events'),
    keys: () => fetch('/api/jwks.json'),
    issuer: 'https://desk.example',
    audience: 'desk-web',
    catalog,
    records,
  })

const labels = labelsOf(JSON.parse(catalog), 'en')

/** Why something is not allowed, as a sentence. */
export const reason = decision => reasonText(decision, en, labels)
