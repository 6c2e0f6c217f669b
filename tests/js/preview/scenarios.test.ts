// What becomes of scenarios, right and wrong.

import fc from 'fast-check'
import {
  type Catalog,
  includedIn,
  newRole,
  parseScenario,
  readCatalog,
  type Scenario,
  scenarioIn,
  searchOf,
} from 'rolegate/preview'
import type { SnapshotRole } from 'rolegate/server'
import { describe, expect, it } from 'vitest'
import { catalog as file } from '../helpers/help-desk.ts'

const files = import.meta.glob<string>('/catalogs/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const desk: Catalog = await readCatalog(file)
const catalog = desk.sha256

/** The problems of a scenario of the help desk, as `part: message`. */
async function problemsOf(parts: object): Promise<readonly string[]> {
  const { problems } = await parseScenario({ catalog, ...parts }, [desk])
  return problems.map(({ part, message }) => `${part}: ${message}`)
}

const full: Scenario = {
  catalog,
  subject: 'u7',
  workspace: 'w9',
  roles: ['agent', 'night'],
  groups: ['g1'],
  entitlements: ['prime'],
  layers: [{ from: 'user', values: { 'chat-settings': 'off' } }],
  filters: [{ groups: ['g1'] }],
  customRoles: [
    { id: 'night', label: { en: 'Night' }, values: { 'reports.export': 'on' } },
    { id: 'agent', values: { 'chat-settings': 'write' } },
  ],
  records: { document: [{ owner: 'u7', collaborators: ['u1', { id: 'u2', edit: true }] }] },
  at: 1_790_000_000,
}

describe('a catalog', () => {
  it('has its hash, its file, and what stands in it', () => {
    expect(catalog).toMatch(/^[\w-]{43}$/)
    expect(new TextDecoder().decode(desk.file)).toBe(file)
    expect(desk.roles.map(({ id }) => id)).toEqual(['agent', 'manager'])
    expect(desk.layers).toEqual(['company', 'group', 'user'])
  })

  it.each(['', '{}', '{"format":1}', 'null'])('is refused as %j', async text => {
    await expect(readCatalog(text)).rejects.toMatchObject({ code: 'ERR_CATALOG_INVALID' })
  })
})

describe('a scenario', () => {
  it('is accepted as it is', async () => {
    expect(await parseScenario(full, [desk])).toEqual({ scenario: full, problems: [] })
  })

  it('has defaults for what is left out, and nothing else', async () => {
    const { scenario } = await parseScenario({ catalog }, [desk])
    expect(scenario).toEqual({
      catalog,
      subject: 'u1',
      workspace: 'w1',
      roles: [],
      groups: [],
      entitlements: [],
      layers: [],
      filters: [],
      customRoles: [],
    })
    expect(Object.isFrozen(scenario?.roles)).toBe(true)
  })

  it.each<[string, object, string]>([
    ['a role', { roles: ['agent', 'agnt'] }, 'roles[1]'],
    ['a role of a wrong type', { roles: ['agent', 7] }, 'roles[1]'],
    ['roles that are no list', { roles: 'agent' }, 'roles'],
    ['roles of the customer that are nothing', { customRoles: null }, 'customRoles'],
    ['an entitlement', { entitlements: ['primus'] }, 'entitlements[0]'],
    ['an empty group', { groups: [''] }, 'groups[0]'],
    ['an empty workspace', { workspace: '' }, 'workspace'],
    ['a workspace that is no text', { workspace: null }, 'workspace'],
    ['a subject', { subject: '' }, 'subject'],
    ['a subject that is too long in bytes', { subject: 'é'.repeat(200) }, 'subject'],
    ['a layer', { layers: [{ from: 'planet', values: {} }] }, 'layers[0].from'],
    [
      'a permission of a layer',
      { layers: [{ from: 'user', values: { inside: 'on' } }] },
      'layers[0].values.inside',
    ],
    ['a filter', { filters: [{ colours: ['red'] }] }, 'filters[0].colours'],
    [
      'a base of a role',
      { customRoles: [{ id: 'x', label: { en: 'X' }, based_on: 'agnt', values: {} }] },
      'customRoles[0].based_on',
    ],
    [
      'a fixed value',
      { customRoles: [{ id: 'agent', values: { insights: 'off' } }] },
      'customRoles[0].values',
    ],
    [
      'a member of a role',
      { customRoles: [{ id: 'agent', values: {}, strange: 1 }] },
      'customRoles[0].strange',
    ],
    ['a time', { at: 5 }, 'at'],
    ['a time that is no whole number', { at: 1.5 }, 'at'],
    ['a time as text', { at: '1790000000' }, 'at'],
    ['half a character', { roles: ['\ud800'] }, 'roles[0]'],
    ['no JSON', { groups: [() => 'g1'] }, 'groups[0]'],
    ['a kind of record', { records: { documents: [] } }, 'records.documents'],
    ['a fact', { records: { document: [{}, { ownr: 'u1' }] } }, 'records.document[1].ownr'],
    [
      'a fact of a wrong type',
      { records: { document: [{ owner: 7 }] } },
      'records.document[0].owner',
    ],
    ['records that are no list', { records: { document: {} } }, 'records.document'],
    ['a part', { rols: ['agent'] }, 'rols'],
  ])('is refused for %s, by name', async (_, parts, part) => {
    const { scenario, problems } = await parseScenario({ catalog, ...parts }, [desk])
    expect(scenario).toBeUndefined()
    expect(problems.map(problem => problem.part)).toEqual([part])
  })

  it('says what was found, what fits, and what was probably meant', async () => {
    const { problems } = await parseScenario({ catalog, roles: ['agnt'] }, [desk])
    expect(problems).toEqual([
      {
        part: 'roles[0]',
        found: '"agnt"',
        message: 'is neither a role of the catalog nor one of the snapshot',
        fits: ['agent', 'manager'],
        meant: 'agent',
      },
    ])
    const filters = [{ grups: ['g1'] }]
    const ofFilter = await parseScenario({ catalog, filters }, [desk])
    expect(ofFilter.problems).toMatchObject([{ fits: ['groups', 'queues'], meant: 'groups' }])
  })

  it('lists everything that is wrong', async () => {
    const parts = {
      roles: ['x', 'agent', 'y', 'z'],
      entitlements: ['prime', 'gold'],
      layers: [
        { from: 'user', values: {} },
        { from: 'planet', values: {} },
      ],
      records: { car: [] },
    }
    expect((await problemsOf(parts)).map(text => text.split(':')[0]).sort()).toEqual([
      'entitlements[1]',
      'layers[1].from',
      'records.car',
      'roles[0]',
      'roles[2]',
      'roles[3]',
    ])
  })

  it.each([
    ['a list', []],
    ['a text', 'agent'],
    ['nothing', undefined],
    ['null', null],
    ['a date', new Date()],
  ])('is not %s', async (_, value) => {
    const { scenario, problems } = await parseScenario(value, [desk])
    expect(scenario).toBeUndefined()
    expect(problems).toHaveLength(1)
    expect(problems[0]?.part).toBe('')
  })

  it('names a catalog that is here', async () => {
    const { problems } = await parseScenario({ catalog: 'x'.repeat(43) }, [desk])
    expect(problems).toMatchObject([{ part: 'catalog', fits: [catalog] }])
    expect((await parseScenario({}, [desk])).problems).toMatchObject([
      { part: 'catalog', message: 'is missing', found: undefined },
    ])
  })
})

const id = fc.string({ minLength: 1, unit: 'grapheme' })
const ids = fc.array(id, { maxLength: 3 })
const level = fc.constantFrom('off', 'read', 'write', 'on')
const values = fc.dictionary(id, level, { maxKeys: 3 })

/** Scenarios of any catalog: an address carries what it is given. */
const scenarios: fc.Arbitrary<Scenario> = fc.record(
  {
    catalog: fc.stringMatching(/^[\w-]{43}$/),
    subject: id,
    workspace: id,
    roles: ids,
    groups: ids,
    entitlements: ids,
    layers: fc.array(fc.record({ from: fc.constantFrom('company', 'user'), values }), {
      maxLength: 2,
    }),
    filters: fc.array(fc.dictionary(id, ids, { maxKeys: 2 }), { maxLength: 2 }),
    customRoles: fc.array(fc.record({ id, based_on: id, label: fc.record({ en: id }), values }), {
      maxLength: 2,
    }),
    records: fc.dictionary(id, fc.array(fc.record({ owner: fc.option(id) }), { maxLength: 2 }), {
      maxKeys: 2,
    }),
    at: fc.nat({ max: 4_000_000_000 }),
  },
  {
    requiredKeys: [
      'catalog',
      'subject',
      'workspace',
      'roles',
      'groups',
      'entitlements',
      'layers',
      'filters',
      'customRoles',
    ],
  },
)

describe('a role that a tenant adds', () => {
  const nothing = { customRoles: [], entitlements: [] }

  it.each(['pandadoc', 'aivo-live'])('is one that %s accepts', async id => {
    const catalog = await readCatalog(files[`/catalogs/${id}.json`] ?? '')
    const { role, entitlements } = newRole(catalog, nothing, 'Night watch')
    expect(role).toMatchObject({ id: 'night-watch', label: { en: 'Night watch' } })
    const scenario = { catalog: catalog.sha256, customRoles: [role], entitlements }
    expect((await parseScenario(scenario, [catalog])).problems).toEqual([])
  })

  it('has an id that nobody else has', () => {
    const customRoles: SnapshotRole[] = []
    for (const name of ['Night', 'Night', 'Agent', '夜']) {
      customRoles.push(newRole(desk, { customRoles, entitlements: [] }, name).role)
    }
    expect(customRoles.map(({ id }) => id)).toEqual(['night', 'night-2', 'agent-2', 'new-role'])
  })

  it('needs nothing that the customer has already, in whichever way', () => {
    const shop = {
      ...desk,
      entitlements: [{ id: 'all', label: { en: 'All' }, includes: ['extra'] }],
      custom_roles: { needs: ['seat', ['prime', 'extra']] },
    }
    const boughtWith = (...entitlements: readonly string[]) =>
      newRole(shop, { customRoles: [], entitlements }, 'Night').entitlements
    expect(boughtWith()).toEqual(['seat', 'prime'])
    expect(boughtWith('extra')).toEqual(['extra', 'seat'])
    expect(boughtWith('all', 'seat')).toEqual(['all', 'seat'])
  })
})

describe('an address', () => {
  it('is short and can be read', () => {
    const scenario = {
      ...full,
      subject: 'u1',
      workspace: 'w1',
      groups: [],
      layers: [],
      filters: [],
      customRoles: [],
    }
    const { records: _, at: __, ...plain } = scenario
    expect(searchOf(plain)).toBe(`catalog=${catalog}&role=agent&role=night&entitlement=prime`)
  })

  it('carries every scenario there and back', () => {
    fc.assert(
      fc.property(scenarios, scenario => {
        const { value, problems } = scenarioIn(`?${searchOf(scenario)}`)
        expect(problems).toEqual([])
        const {
          subject = 'u1',
          workspace = 'w1',
          roles = [],
          groups = [],
          entitlements = [],
        } = value
        const { layers = [], filters = [], customRoles = [] } = value
        const defaults = {
          subject,
          workspace,
          roles,
          groups,
          entitlements,
          layers,
          filters,
          customRoles,
        }
        expect({ ...defaults, ...value }).toEqual(scenario)
        // Stable: the same scenario always has the same address.
        expect(searchOf({ ...defaults, ...(value as Scenario) })).toBe(searchOf(scenario))
      }),
    )
  })

  it('carries a scenario to the same answer of the core', async () => {
    const { value } = scenarioIn(searchOf(full))
    expect(await parseScenario(value, [desk])).toEqual({ scenario: full, problems: [] })
  })

  it.each([
    ['rol=agent', 'rol', 'role'],
    ['layers=[', 'layers', undefined],
    ['at=1e9', 'at', undefined],
    ['at=', 'at', undefined],
    ['at=-1', 'at', undefined],
    ['workspace=w1&workspace=w2', 'workspace', undefined],
    [`catalog=a&catalog=b`, 'catalog', undefined],
  ])('names what cannot be read in %s', (search, part, meant) => {
    expect(scenarioIn(search).problems).toMatchObject([{ part, meant }])
  })

  it('passes over parameters of the page', () => {
    const { value, problems } = scenarioIn('?view=matrix&role=agent', ['view'])
    expect(problems).toEqual([])
    expect(value).toEqual({ roles: ['agent'] })
  })

  it('keeps an empty part, for the core to refuse', async () => {
    const { value } = scenarioIn(`catalog=${catalog}&role=`)
    expect(await problemsOf(value)).toEqual([expect.stringMatching(/^roles\[0\]: /)])
  })
})

describe('entitlements that come with others', () => {
  it('are found at any depth, each once', async () => {
    const entitlements = [
      { id: 'all', includes: ['team', 'storage'] },
      { id: 'team', includes: ['solo', 'storage'] },
      { id: 'solo' },
      { id: 'storage' },
    ].map(entry => ({ ...entry, label: { en: entry.id } }))
    const shop = await readCatalog(
      JSON.stringify({
        format: 1,
        id: 'shop',
        label: { en: 'Shop' },
        entitlements,
        areas: [],
        roles: [],
      }),
    )
    expect([...includedIn('all', shop)].sort()).toEqual(['solo', 'storage', 'team'])
    expect([...includedIn('team', shop)].sort()).toEqual(['solo', 'storage'])
    expect([...includedIn('solo', shop)]).toEqual([])
    expect([...includedIn('gold', shop)]).toEqual([])
  })
})
