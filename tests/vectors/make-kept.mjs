// Writes `kept/<version>` from the made-up product of `decisions/` and the engine in `pkg/dist`. A
// folder is written once, when its version is new.

import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createGate } from '../../pkg/dist/entrypoints/node.js'

const [version] = process.argv.slice(2)
const folder = new URL(`kept/${version}/`, import.meta.url)
if (existsSync(new URL('snapshots.json', folder))) {
  throw new Error(`kept/${version} is there already, and what is kept is not changed`)
}
mkdirSync(folder, { recursive: true })

const issued = 1_790_000_000
const now = issued + 60
const from = new URL('decisions/workshop.catalog.json', import.meta.url)
const catalog = readFileSync(from)
const { records, snapshots } = JSON.parse(
  readFileSync(new URL('decisions/workshop.json', import.meta.url), 'utf8'),
)
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'kept', alg: 'EdDSA', use: 'sig' }] }
const facts = {
  owner: record => record.owner,
  assignee: record => record.assignee,
  group: record => record.group,
  organization: record => record.organization,
  queue: record => record.queue,
  collaborators: record => record.collaborators,
}

const kept = []
for (const { name, claims, refused } of snapshots) {
  if (refused !== undefined) continue
  const token = signed({
    iss: 'https://app.example',
    aud: ['app', 'other'],
    iat: issued,
    nbf: issued,
    exp: issued + 3600,
    jti: name,
    fmt: Number(version),
    seq: 1,
    refresh_after: issued + 1800,
    catalog: {
      id: 'workshop',
      sha256: createHash('sha256').update(catalog).digest('base64url'),
    },
    entitlements: [],
    ...claims,
  })
  const gate = createGate({
    keys,
    issuer: 'https://app.example',
    audience: 'app',
    catalog,
    now: () => now * 1000,
    records: { order: facts, van: facts, bench: facts },
  })
  await gate.load(token)
  const answers = []
  for (const { workspace } of claims.memberships) {
    const view = gate.in(workspace)
    for (const [record, about] of [[null, undefined], ...Object.entries(records)]) {
      const levels = {}
      for (const permission of Object.keys(view.decideAll())) {
        const level = view.level(permission, about)
        if (level !== 'off') levels[permission] = level
      }
      answers.push({ workspace, record, levels })
    }
  }
  kept.push({ name, token, answers })
}

copyFileSync(from, new URL('catalog.json', folder))
write('keys.json', keys)
write('snapshots.json', { now, issuer: 'https://app.example', audience: 'app', records, snapshots: kept })

function write(name, value) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(value, null, 1)}\n`)
}

function signed(claims) {
  const header = { alg: 'EdDSA', typ: 'role-snapshot+jwt', kid: 'kept' }
  const text = [header, claims]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`
}
