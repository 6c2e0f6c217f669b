import { generateKeyPairSync, randomUUID } from 'node:crypto'

/** A key of this process, whose private part nobody else ever has. */
export function newKey() {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID() }
}
