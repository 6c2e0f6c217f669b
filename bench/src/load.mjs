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

const held = roles => ({ memberships: [{ workspace: 'w1', roles, groups: ['g1', 'g2'] }] })

/** Whose tokens are loaded in turns: of one person's, only a newer one could follow. */
const PEOPLE = 64

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
    lazy: true,
  })
}

/**
 * Verifying and loading a snapshot, each another one than before, up to the first answer: rolegate on a
 * gate that is there (catalog and keys known), `jose` with the key imported and CASL's rules at hand.
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
  const people = Array.from({ length: PEOPLE }, (_, at) => (at === 0 ? person : `u1-${at}`))
  const tokens = await Promise.all(people.map(sub => sign(catalog, { sub, ...held([role]) })))
  const checks = { issuer, audience, typ, algorithms: ['EdDSA'] }
  const { question, permission, action } = asked[0]

  const gate = gateOf(catalog)
  const load = async token => {
    await gate.load(token)
    return gate.can(question)
  }
  const same = gateOf(catalog)
  const again = async () => {
    await same.load(tokens[0])
    return same.can(question)
  }
  const ability = async token => {
    await jwtVerify(token, key, checks)
    return createMongoAbility(rules).can(action, permission)
  }
  const newGate = async token => {
    const fresh = gateOf(catalog)
    await fresh.load(token)
    const yes = fresh.can(question)
    fresh.dispose()
    return yes
  }
  // More catalogs than the engine keeps, so that each has to be read.
  const unread = await Promise.all(
    Array.from({ length: 16 }, async (_, at) => {
      const text = catalog + ' '.repeat(at + 1)
      return { text, token: await sign(text, held([role])) }
    }),
  )
  const unreadGate = async ({ text, token }) => {
    const fresh = gateOf(text)
    await fresh.load(token)
    const yes = fresh.can(question)
    fresh.dispose()
    return yes
  }
  await load(tokens[0])
  const equal = createMongoAbility(rules)
  return {
    compared: compare(asked, gate, equal),
    token: tokens[0].length,
    rules: rules.length,
    pair: [
      { name: 'rolegate', run: inTurns(tokens, load) },
      { name: PEER, run: inTurns(tokens, ability) },
      { name: 'jose alone', run: inTurns(tokens, token => jwtVerify(token, key, checks)) },
    ],
    others: [
      { name: '@casl/ability alone', run: times => building(rules, times) },
      { name: 'rolegate, the text in force', run: inTurns(tokens, again) },
      { name: 'rolegate, a new gate', run: inTurns(tokens, newGate) },
      { name: 'rolegate, a new gate and a catalog not yet read', run: inTurns(unread, unreadGate) },
    ],
  }
}

/** The peer of a gate that loads. */
export const PEER = 'jose + @casl/ability'

/** Compares the answers of both about all that is asked, on a record of one's own and another. */
function compare(asked, gate, ability) {
  for (const one of asked) {
    for (const owner of [person, 'u2']) {
      const record = { owner, __caslSubjectType__: one.permission }
      const expected = one.expected && (one.record === undefined || owner === person)
      const ours = gate.can(one.question, record)
      const theirs = ability.can(one.action, one.record ? record : one.permission)
      if (ours !== expected || theirs !== expected) {
        throw new Error(`${one.question} differs: rolegate ${ours}, CASL ${theirs}`)
      }
    }
  }
  return asked.length * 2
}

/** Does some work with one given value after the other. */
function inTurns(values, work) {
  let next = 0
  return async times => {
    let yes = 0
    for (let time = 0; time < times; time += 1) {
      next = (next + 1) % values.length
      if (await work(values[next])) yes += 1
    }
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
  return Promise.all(sizes.map(size => growing(size, roles)))
}

async function growing(size, roles) {
  const catalog = makeCatalog(size, roles)
  const claims = held(Array.from({ length: roles }, (_, role) => `role-${role}`))
  const people = Array.from({ length: 8 }, (_, at) => `u1-${at}`)
  const tokens = await Promise.all(people.map(sub => sign(catalog, { sub, ...claims })))
  // More than the engine keeps, so that each has to be read.
  const unread = await Promise.all(
    people.map(async (_, at) => {
      const text = catalog + ' '.repeat(at + 1)
      return { text, token: await sign(text, claims) }
    }),
  )
  const question = 'area-0.right-0'
  const gate = gateOf(catalog)
  const name = String(size)
  return {
    size,
    catalog: catalog.length,
    table: await tableBytes(catalog, tokens[0]),
    first: {
      name,
      run: inTurns(unread, async ({ text, token }) => {
        const fresh = gateOf(text)
        await fresh.load(token)
        const yes = fresh.can(question)
        fresh.dispose()
        return yes
      }),
    },
    again: {
      name,
      run: inTurns(tokens, async token => {
        await gate.load(token)
        return gate.can(question)
      }),
    },
  }
}

/** What the table of one membership weighs. The package keeps it to itself, so its engine is asked. */
async function tableBytes(catalog, token) {
  const gate = gateOf(catalog)
  await gate.load(token)
  gate.dispose()
  const { Engine } = await import('../../pkg/dist/glue/rolegate.js')
  const engine = new Engine(
    JSON.stringify(keys),
    [new TextEncoder().encode(catalog)],
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
