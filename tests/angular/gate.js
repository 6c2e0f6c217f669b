// In place of the file that docs/frameworks.md shows.
import catalog from 'rolegate/catalogs/adobe-dynamic-chat.json?raw'
import { gateOf } from './app.mjs'
import snapshot from './snapshot.json'

export const gate = gateOf(snapshot, catalog)
export const reason = ({ code }) => code
