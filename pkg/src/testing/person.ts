import { plainCopy, wrong } from '../checks.ts'
import { gateWith } from '../gate.ts'
import type { Gate, GateOptions, JwkSet, RegisteredRecords } from '../index.ts'
import { readOptions } from '../options.ts'
import { issuerWith } from '../server/issuer.ts'
import { jwksOf, makeKey, readKeys, type SigningKey } from '../server/signing.ts'
import type { Issuer } from '../server/types.ts'
import { TEST_KID } from '../test-keys.ts'
import { fileOf } from './catalog.ts'
import type { Person, PersonWithGate } from './types.ts'

const NAME = 'rolegate-test'
const LIFETIME = 3600

/** What stands in the only membership of a person without `memberships`. */
const MEMBERSHIP = ['workspace', 'roles', 'groups', 'layers', 'filters'] as const

const PERSON: readonly (keyof PersonWithGate<never>)[] = [
  ...MEMBERSHIP,
  'memberships',
  'catalog',
  'entitlements',
  'customRoles',
  'subject',
  'seq',
  'issuer',
  'audience',
  'lifetime',
  'now',
  'key',
  'records',
  'leeway',
  'strict',
]

let testKey: Promise<SigningKey> | undefined

/**
 * A signed token for a person, as a server issues it: the core has checked it.
 *
 * @throws GateError (as a rejection) where no server would issue it, for a role that the catalog lacks;
 *   TypeError for a wrong or unknown option
 */
export async function tokenFor(person: Person): Promise<string> {
  checkPerson(person)
  return (await issuerFor(person)).issue(claimsOf(person))
}

/**
 * A gate that has loaded a snapshot of the person, on the path that every gate takes. Load another with
 * `gate.load(await tokenFor({ ...person, roles: ['manager'] }))`.
 *
 * ```ts
 * const gate = await gateFor({ catalog, roles: ['agent'], entitlements: ['pro'] })
 * expect(gate.can('reports.export')).toBe(true)
 * ```
 *
 * @throws GateError (as a rejection) where no server would issue the snapshot; TypeError for a wrong or
 *   unknown option
 */
export async function gateFor<Records = RegisteredRecords>(
  person: PersonWithGate<Records>,
): Promise<Gate> {
  checkPerson(person)
  const issuer = await issuerFor(person)
  const token = await issuer.issue(claimsOf(person))
  const { records, leeway, strict, lifetime = LIFETIME } = person
  const gate = testGate({
    keys: issuer.jwks(),
    issuer: person.issuer ?? NAME,
    audience: person.audience ?? NAME,
    catalog: fileOf(person.catalog),
    maxLifetime: lifetime,
    records: records as GateOptions['records'],
    leeway,
    strict,
    now: clockOf(person),
  })
  await gate.load(token)
  return gate
}

/** The public part of the key that signs for tests; other gates refuse a set that holds it. */
export async function testKeys(): Promise<JwkSet> {
  return jwksOf([await keyForTests()])
}

/**
 * A person with changes. `memberships` take the place of what describes a single one.
 *
 * @throws TypeError for changes that would have no effect
 */
export function changedPerson<P extends Person>(person: P, changes: Partial<P>): P {
  const former = { ...person }
  if (changes.memberships) for (const name of MEMBERSHIP) delete former[name]
  const changed = { ...former, ...changes }
  checkPerson(changed)
  return changed
}

/** @throws TypeError for anything but a person, and for what would have no effect */
function checkPerson(person: object): void {
  const given = plainCopy(person as PersonWithGate<never>, 'a person', PERSON)
  const idle = MEMBERSHIP.find(name => given.memberships && given[name])
  if (idle) throw wrong(`\`${idle}\` has no effect beside \`memberships\`: put it there`)
}

/** A gate that trusts keys made for tests. */
export function testGate<Records>(options: GateOptions<Records>): Gate {
  return gateWith({ ...readOptions(options), takesTestKeys: true })
}

async function issuerFor(person: Person): Promise<Issuer> {
  const { issuer = NAME, audience = NAME, lifetime = LIFETIME } = person
  const { key } = person
  const keys = key === undefined ? ([await keyForTests()] as const) : readKeys({ key })
  const catalog = fileOf(person.catalog)
  return issuerWith({ catalog, issuer, audience, lifetime, now: clockOf(person) }, keys, testGate)
}

let lastSeq = 0

function claimsOf(person: Person) {
  const { workspace = 'w1', roles = [], groups = [], layers = [], filters = [] } = person
  const { subject = 'u1', entitlements = [], customRoles = [] } = person
  const membership = { workspace, roles, groups, layers, filters }
  lastSeq = Math.max(lastSeq + 1, Math.floor(clockOf(person)()))
  const { memberships = [membership], seq = lastSeq } = person
  return { subject, entitlements, memberships, roles: customRoles, seq }
}

function clockOf({ now = Date.now }: Person): () => number {
  // Looked up for every reading where nobody has given one, as a fake clock may come later.
  if (now === Date.now) return () => Date.now()
  return typeof now === 'number' ? () => now : now
}

function keyForTests(): Promise<SigningKey> {
  testKey ??= makeKey(TEST_KID)
  return testKey
}
