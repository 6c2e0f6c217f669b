import { createMongoAbility } from '@casl/ability'
import { jwtVerify } from 'jose'
import { createGate } from 'rolegate'
import { audience, issuer, key, keys, person, sign, typ } from './token.mjs'

/** All record relations there are, so that a row has as many cells as it can. */
const relations = [
  'own',
  'shared',
  'shared-edit',
  'mine',
  'assigned',
  'unassigned',
  'same-group',
  'same-organization',
]

const membership = { workspace: 'w1', groups: ['g1', 'g2'] }

/**
 * A catalog of so many permissions and roles. In turns a permission is a switch, a level, and one
 * about a record, which the roles hold under conditions. Every role sets about every second value.
 */
export function makeCatalog(permissions, roles) {
  const kinds = ['switch', 'level', 'switch', 'record']
  const all = Array.from({ length: permissions }, (_, at) => ({
    id: `area-${Math.floor(at / 10)}.right-${at % 10}`,
    kind: kinds[at % kinds.length],
  }))
  const area = at => ({
    id: `area-${at}`,
    label: { en: `Area ${at}` },
    permissions: all.slice(at * 10, at * 10 + 10).map(({ id, kind }) => ({
      id,
      label: { en: `Right ${id}` },
      values: kind === 'switch' ? 'switch' : 'level',
      ...(kind === 'record' ? { record: 'item' } : {}),
    })),
  })
  const value = (kind, role) => {
    if (kind === 'switch') return 'on'
    const level = role % 2 === 0 ? 'write' : 'read'
    return kind === 'level' ? level : { value: level, if: [relations[role % relations.length]] }
  }
  return JSON.stringify({
    format: 1,
    id: 'bench',
    label: { en: 'Bench' },
    records: { item: { label: { en: 'Item' }, relations } },
    areas: Array.from({ length: Math.ceil(permissions / 10) }, (_, at) => area(at)),
    roles: Array.from({ length: roles }, (_, role) => ({
      id: `role-${role}`,
      label: { en: `Role ${role}` },
      values: Object.fromEntries(
        all
          .filter((_, at) => (Math.floor(at / kinds.length) + role) % 2 === 0)
          .map(({ id, kind }) => [id, value(kind, role)]),
      ),
    })),
  })
}

/** What a person with this role, and no other, may be asked in this catalog, by the catalog's text. */
function questionsOf(catalog, role) {
  const { areas, roles } = JSON.parse(catalog)
  const { values } = roles.find(({ id }) => id === role)
  return areas
    .flatMap(({ permissions }) => permissions)
    .flatMap(({ id, values: kind, record }) =>
      (kind === 'switch' ? ['on'] : ['read', 'write']).map(action => {
        const held = values[id]
        const level = held?.value ?? held
        return {
          question: `${id}:${action}`,
          permission: id,
          action,
          record,
          expected: level === action || (level === 'write' && action === 'read'),
        }
      }),
    )
}

function gateOf(catalog) {
  return createGate({
    keys,
    issuer,
    audience,
    catalog,
    records: { item: { owner: item => item.owner } },
  })
}

/**
 * Verifying and loading one snapshot, up to the first answer: rolegate on a gate that is there
 * (catalog and keys known), `jose` with the key imported and CASL's rules at hand.
 */
export async function loading() {
  const catalog = makeCatalog(160, 6)
  const role = 'role-0' // on records: held on one's own
  const asked = questionsOf(catalog, role)
  const rules = asked
    .filter(({ expected }) => expected)
    .map(({ permission, action, record }) => ({
      action,
      subject: permission,
      ...(record === undefined ? {} : { conditions: { owner: person } }),
    }))
  const tokens = []
  for (let at = 0; at < 64; at += 1)
    tokens.push(await sign(catalog, { ...membership, roles: [role] }))
  const checks = { issuer, audience, typ, subject: person, algorithms: ['EdDSA'] }
  const { question, permission, action } = asked[0]

  let next = 0
  const gate = gateOf(catalog)
  const snapshot = async () => {
    // The number may not go back: the last token, again and again.
    await gate.load(tokens[tokens.length - 1])
    return gate.can(question)
  }
  const verified = async () => {
    next = (next + 1) % tokens.length
    await jwtVerify(tokens[next], key, checks)
  }
  const ability = async () => {
    await verified()
    return createMongoAbility(rules).can(action, permission)
  }
  const first = async () => {
    const fresh = gateOf(catalog)
    await fresh.load(tokens[0])
    const yes = fresh.can(question)
    fresh.dispose()
    return yes
  }

  const check = async () => {
    await snapshot()
    const equal = createMongoAbility(rules)
    for (const one of asked) {
      const mine = { owner: person, __caslSubjectType__: one.permission }
      const other = { owner: 'u2', __caslSubjectType__: one.permission }
      const answers = [
        [gate.can(one.question, mine), equal.can(one.action, one.record ? mine : one.permission)],
        [gate.can(one.question, other), equal.can(one.action, one.record ? other : one.permission)],
      ]
      const expected = [one.expected, one.expected && one.record === undefined]
      for (const [at, [ours, theirs]] of answers.entries()) {
        if (ours !== expected[at] || theirs !== expected[at]) {
          throw new Error(`${one.question} differs: rolegate ${ours}, CASL ${theirs}`)
        }
      }
    }
    return asked.length * 2
  }
  return {
    check,
    token: tokens[0].length,
    rules: rules.length,
    runners: [
      { name: 'rolegate', run: repeat(snapshot) },
      { name: 'jose + @casl/ability', run: repeat(ability) },
      { name: 'jose alone', run: repeat(verified) },
      { name: '@casl/ability alone', run: times => building(rules, times) },
      { name: 'rolegate, a new gate', run: repeat(first) },
    ],
  }
}

function repeat(work) {
  return async times => {
    let yes = 0
    for (let time = 0; time < times; time += 1) if (await work()) yes += 1
    return yes
  }
}

function building(rules, times) {
  let built = 0
  for (let time = 0; time < times; time += 1) built += createMongoAbility(rules).rules.length
  return built
}

/** Loads of growing catalogs, by a person who holds all of their roles. */
export async function growth(sizes, roles) {
  const found = []
  for (const size of sizes) {
    const catalog = makeCatalog(size, roles)
    const held = Array.from({ length: roles }, (_, role) => `role-${role}`)
    const token = await sign(catalog, { ...membership, roles: held })
    const gate = gateOf(catalog)
    await gate.load(token)
    const question = 'area-0.right-0'
    found.push({
      size,
      catalog: catalog.length,
      table: await tableBytes(catalog, token),
      // A new gate: the catalog is read, too.
      first: {
        name: String(size),
        run: repeat(async () => {
          const fresh = gateOf(catalog)
          await fresh.load(token)
          const yes = fresh.can(question)
          fresh.dispose()
          return yes
        }),
      },
      again: {
        name: String(size),
        run: repeat(async () => {
          await gate.load(token)
          return gate.can(question)
        }),
      },
    })
  }
  return found
}

/** What the table of one membership weighs. The package keeps it to itself, so its engine is asked. */
async function tableBytes(catalog, token) {
  const { Engine } = await import('../../pkg/dist/glue/rolegate.js')
  const engine = new Engine(
    JSON.stringify(keys),
    new TextEncoder().encode(catalog),
    issuer,
    audience,
    undefined,
    0,
    60,
    86_400,
  )
  engine.load(token, Date.now())
  const arrays = engine.table(0)
  engine.free()
  return arrays.reduce((bytes, { byteLength }) => bytes + byteLength, 0)
}
