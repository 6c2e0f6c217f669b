// Role snapshots across libraries: what others sign loads here, what we sign is accepted there, and
// whoever changes a token is refused everywhere. The files and the commands are those of the pages in
// docs/.

import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLocalJWKSet, errors, importJWK, jwtVerify, SignJWT } from 'jose'
import { createGate } from 'rolegate'
import * as pages from '../docs/pages.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const work = join(root, 'target', 'interop')
// The folder of the quick start's app; the other ones are kept from run to run.
const app = join(work, 'chat')
// Beside it, where nothing is served.
const keyFolder = join(work, 'chat-keys')
const venv = join(work, 'venv')
const go = join(work, 'golang-jwt')
const rolegate = process.env.ROLEGATE ?? join(root, 'target', 'debug', 'rolegate')
const environment = {
  ...process.env,
  PATH: [join(rolegate, '..'), process.env.PATH].join(delimiter),
  CARGO_TARGET_DIR: join(work, 'cargo'),
  CARGO_TERM_QUIET: 'true',
  CARGO_PROFILE_DEV_DEBUG: '0',
}
const GO_LIBRARY = '/usr/share/gocode/src/github.com/golang-jwt/jwt/ed25519.go'
const SNAPSHOT = 'public/role-snapshot'
const PAGES = ['docs/quick-start.md', 'docs/signing.md', 'docs/rust.md', 'docs/command.md']
const failures = []

/** Why something cannot be done on this machine. */
class Lack extends Error {}

prepare()
const keys = JSON.parse(readFileSync(join(app, 'keys/jwks.json'), 'utf8'))
const catalog = readFileSync(join(app, 'chat.json'))

const hasPython = await step('set up PyJWT', setUpPython)
const hasGo = await step('set up golang-jwt', setUpGo)
const hasRust = await step('build the Rust programs', buildRust)

await signedBy('jose', () => shell(command('node sign.mjs')))
if (hasPython) await signedBy('PyJWT', () => shell(command('venv/bin/python sign.py')))
if (hasGo) await signedBy('golang-jwt', () => shell(`"${go}" sign > ${SNAPSHOT}`))
if (hasRust) {
  await signedBy('ed25519-dalek', () => shell(command('cargo run >')))
  await step('the crate decides on what it signed', () => {
    equal(shell(command('cargo run --bin decide')), 'relation\n')
  })
  await step('the tests of the project pass', () => {
    match(shell(command('cargo test')), /^test result: ok\. 3 passed/m)
  })
}
await signedBy('rolegate', () => shell(native('sign')))

const ours = snapshot()
await accepts('jose', verifiedByJose)
if (hasPython) {
  await accepts('PyJWT', token => {
    return run(join(venv, 'bin/python'), [join(here, 'verify.py'), 'keys/jwks.json'], token)
  })
}
if (hasGo) await accepts('golang-jwt', token => run(go, ['verify'], token))

await step('jose signs as `Ed25519`, RFC 9864: the npm package loads it', async () => {
  const { alg: _, ...jwk } = JSON.parse(readFileSync(join(keyFolder, 'private.jwk'), 'utf8'))
  const { alg: __, ...publicJwk } = keys.keys[0]
  const token = await new SignJWT(payload(ours))
    .setProtectedHeader({ alg: 'Ed25519', typ: 'role-snapshot+jwt', kid: jwk.kid })
    .sign(await importJWK(jwk, 'Ed25519'))
  await loads(token, { keys: [publicJwk] })
})

if (failures.length > 0) {
  console.log(`interop: ${failures.length} failed: ${failures.join('; ')}`)
  process.exitCode = 1
}

/** Everything that is checked of a signer: `sign` writes its token to where the quick start has it. */
async function signedBy(name, sign) {
  await step(`${name} signs: the npm package loads it, changed ones are refused`, async () => {
    sign()
    await loads(snapshot(), keys)
    for (const token of changed(snapshot())) {
      await rejects(loads(token, keys), { name: 'GateError', code: 'ERR_SIGNATURE_INVALID' })
    }
  })
  await step(`${name} signs: \`rolegate verify\` takes it, changed ones are refused`, () => {
    const verify = command('rolegate verify')
    const told = shell(verify)
    match(told, /^person u42$/m)
    match(told, /^workspace w1: roles agent; groups g7$/m)
    const genuine = readFileSync(join(app, SNAPSHOT))
    for (const token of changed(snapshot())) {
      writeFileSync(join(app, SNAPSHOT), token)
      equal(shell(`! ${verify} 2>&1`), 'ERR_SIGNATURE_INVALID: the signature is not valid\n')
    }
    writeFileSync(join(app, SNAPSHOT), genuine)
  })
}

/** Everything that is checked of a verifier of our tokens: `verify` says what becomes of one. */
async function accepts(name, verify) {
  await step(`rolegate signs: ${name} accepts it, changed ones are refused`, async () => {
    equal((await verify(ours)).trim(), 'accepted u42')
    for (const token of changed(ours)) equal((await verify(token)).trim(), 'refused: signature')
  })
}

async function verifiedByJose(token) {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
      typ: 'role-snapshot+jwt',
      issuer: 'https://chat.example',
      audience: 'chat-web',
      requiredClaims: ['exp', 'iat', 'sub'],
    })
    return `accepted ${payload.sub}`
  } catch (error) {
    ok(error instanceof errors.JWSSignatureVerificationFailed, error)
    return 'refused: signature'
  }
}

/** Loads a token as the page of the quick start does, and asks what it asks. */
async function loads(token, trusted) {
  const gate = createGate({
    keys: trusted,
    issuer: 'https://chat.example',
    audience: 'chat-web',
    catalog,
    records: { conversation: { assignee: of => of.agentId, group: of => of.teamId } },
  })
  await gate.load(token)
  const reply = record => gate.decide('conversations.reply', record).code
  equal(reply({ agentId: 'u42', teamId: 'g9' }), 'granted')
  equal(reply({ agentId: 'u7', teamId: 'g9' }), 'relation')
  equal(gate.decide('conversations.delete', { agentId: 'u42' }).code, 'not-granted')
  equal(gate.decide('reports.export').code, 'not-entitled')
  deepEqual([gate.can('settings:read'), gate.can('settings:write')], [true, false])
  gate.dispose()
}

/** The token with another role under the old signature, and with one bit of the signature flipped. */
function changed(token) {
  const [header, , signature] = token.split('.')
  const claims = payload(token)
  claims.memberships[0].roles = ['lead']
  const bytes = Buffer.from(signature, 'base64url')
  bytes[40] ^= 1
  const signed = token.slice(0, token.lastIndexOf('.'))
  return [
    `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`,
    `${signed}.${bytes.toString('base64url')}`,
  ]
}

/** The only command of the pages that begins with `start`. */
function command(start) {
  return pages.command(start, ...PAGES)
}

/** The same of `rolegate`, which is the native one here and not the npm package's. */
function native(subcommand) {
  return command(`npx rolegate ${subcommand}`).replace(/^npx /, '')
}

function payload(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
}

function snapshot() {
  return readFileSync(join(app, SNAPSHOT), 'utf8').trim()
}

function prepare() {
  if (!existsSync(rolegate)) {
    console.error(`there is no \`${rolegate}\`: run \`make command\`, or name it in ROLEGATE`)
    process.exit(1)
  }
  for (const folder of [app, keyFolder]) rmSync(folder, { recursive: true, force: true })
  for (const folder of ['keys', 'public']) mkdirSync(join(app, folder), { recursive: true })
  pages.writeFiles(app, ...PAGES)
  shell(native('keygen'))
  shell(command('cp ../chat-keys/jwks.json'))
  cpSync(join(app, 'keys/jwks.json'), join(app, 'public/jwks.json'))
  link(venv, join(app, 'venv'))
  link(root, join(work, 'rolegate'))
}

function link(target, path) {
  rmSync(path, { force: true })
  symlinkSync(target, path)
}

function setUpPython() {
  let python
  try {
    python = run('python3', [
      '-c',
      'import ensurepip, sys, venv; print(sys.executable, sys.version)',
    ])
  } catch {
    throw new Lack('there is no python3 with its venv module')
  }
  const requirements = join(here, 'requirements.txt')
  const wanted = createHash('sha256')
    .update(python)
    .update(readFileSync(requirements))
    .digest('hex')
  const stamp = join(venv, '.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  run('python3', ['-m', 'venv', '--clear', venv])
  const install = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--only-binary', ':all:']
  run(join(venv, 'bin/python'), [...install, '-r', requirements])
  writeFileSync(stamp, wanted)
}

function setUpGo() {
  if (!existsSync(GO_LIBRARY)) {
    throw new Lack('it is in Debian’s golang-github-golang-jwt-jwt-dev, with golang-go')
  }
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' })
  } catch {
    throw new Lack('there is no go; it is in Debian’s golang-go')
  }
  execFileSync('go', ['build', '-o', go, '.'], {
    cwd: join(here, 'golang'),
    // Debian's packages are found without the network, as in the days before Go's modules.
    env: {
      ...environment,
      GO111MODULE: 'off',
      GOPATH: '/usr/share/gocode',
      GOCACHE: join(work, 'go-cache'),
      GOFLAGS: '',
    },
    stdio: 'pipe',
  })
}

function buildRust() {
  // The versions of our own build, which are there already.
  cpSync(join(root, 'Cargo.lock'), join(app, 'Cargo.lock'))
  // A workspace of its own, whatever the folders above are.
  const manifest = join(app, 'Cargo.toml')
  writeFileSync(manifest, `${readFileSync(manifest, 'utf8')}\n[workspace]\n`)
  try {
    run('cargo', ['build', '--offline'])
  } catch {
    run('cargo', ['build'])
  }
}

/** Runs `line` in the folder of the app, and returns what it prints. */
function shell(line) {
  return run('bash', ['-euo', 'pipefail', '-c', line])
}

function run(program, args, input = '') {
  return execFileSync(program, args, {
    cwd: app,
    env: environment,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Does one thing and says how it went; whether it went well. */
async function step(name, work) {
  const started = performance.now()
  try {
    await work()
    console.log(`ok   ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    return true
  } catch (error) {
    if (error instanceof Lack) {
      console.log(`skip ${name}: ${error.message}`)
      return false
    }
    failures.push(name)
    console.log(`FAIL ${name}`)
    console.error(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
    return false
  }
}
