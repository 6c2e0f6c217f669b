import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The key that signs, made at the first start. In production, `rolegate keygen` makes it. */
export function readKey(folder) {
  const file = join(folder, 'private.jwk')
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    const jwk = { ...privateKey.export({ format: 'jwk' }), kid: `studio-${Date.now()}` }
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
