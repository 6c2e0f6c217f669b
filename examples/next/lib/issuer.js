import { generateKeyPairSync } from 'node:crypto'
import { createIssuer } from 'rolegate/server'
import { catalog, names, records } from './rights.js'

// Yours is made once, by `rolegate keygen`, and read from where your server keeps its secrets. Next.js may
// load this module more than once in a process, for pages and for actions.
globalThis.notesKey ??= {
  ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  kid: 'example',
}

export const issuer = createIssuer({ ...names, key: globalThis.notesKey, catalog, records })
