// An application's own gate, looked at as anyone.

import { createGate, type Gate, type GateOptions } from 'rolegate'
import { createClient } from 'rolegate/client'
import { type PreviewableGate, previewable, type Scenario, searchOf } from 'rolegate/preview'
import { testKeys, tokenFor } from 'rolegate/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keys, membership, noon, options, sign } from '../helpers/gates.ts'
import { type Conversation, catalog, type Document } from '../helpers/help-desk.ts'
import { memberNames } from '../helpers/members.ts'

type Records = { conversation: Conversation; document: Document }

// A browser's own page is one that has previews.
beforeEach(() => {
  if (typeof location === 'undefined') vi.stubGlobal('location', { hostname: 'localhost' })
})
afterEach(() => vi.unstubAllGlobals())

const agent = (seq: number) => sign({ seq })

/** An application's gate, that has loaded the snapshot of an agent. */
async function app(changes: Partial<GateOptions<Records>> = {}) {
  const gate = previewable({ ...options, ...changes })
  await gate.load(await agent(1))
  const { preview } = gate
  if (!preview) throw new Error('there are previews')
  const [own] = preview.own
  const enter = (parts: object) => preview.show({ ...own, ...parts })
  return { gate, preview, enter }
}

describe('a previewable gate', () => {
  it('has every member of a gate, and previews', async () => {
    const { gate } = await app()
    const real = createGate(options)
    expect(memberNames(gate)).toEqual([...memberNames(real), 'preview'].sort())
    expect(memberNames(gate.in('w1'))).toEqual(memberNames(real.in('w1')))
    expect(memberNames(gate.roles)).toEqual(memberNames(real.roles))
  })

  it('is the gate of the person', async () => {
    const { gate, preview } = await app()
    const real = createGate(options)
    await real.load(await agent(1))
    expect(gate.decideAll()).toEqual(real.decideAll())
    expect(preview.scenario).toBeUndefined()
    expect(gate.seq).toBe(1)
  })

  it('says what the server says of the person', async () => {
    const { preview } = await app()
    expect(preview.own).toMatchObject([
      { subject: 'u1', workspace: 'w1', roles: ['agent'], groups: ['g1'], customRoles: [] },
    ])
    expect(preview.own[0]).not.toHaveProperty('at')
  })

  it('enters, leaves, and takes the next snapshot', async () => {
    const { gate, preview, enter } = await app()
    expect(gate.can('reports.export')).toBe(false)
    expect(await enter({ roles: ['manager'] })).toMatchObject({ outcome: 'shown' })
    expect(gate.can('reports.export')).toBe(true)
    expect(preview.scenario?.roles).toEqual(['manager'])
    preview.exit()
    expect(gate.can('reports.export')).toBe(false)
    expect(preview.scenario).toBeUndefined()
    await gate.load(await agent(2))
    expect(gate.seq).toBe(2)
    await expect(gate.load(await agent(1))).rejects.toMatchObject({ code: 'ERR_SNAPSHOT_ROLLBACK' })
  })

  it('loads real snapshots during a preview, and shows them afterwards', async () => {
    const { gate, preview, enter } = await app()
    await enter({ roles: [] })
    await gate.load(await sign({ seq: 2, memberships: [membership({ roles: ['manager'] })] }))
    expect(gate.can('reports.export')).toBe(false)
    expect(preview.own[0]?.roles).toEqual(['manager'])
    preview.exit()
    expect(gate.can('reports.export')).toBe(true)
  })

  it('reads records as the application does', async () => {
    const { gate, enter } = await app()
    await enter({ roles: ['agent'], groups: ['g7'] })
    expect(gate.can('conversation.access', { agent: 'u1' })).toBe(true)
    expect(gate.can('conversation.access', { team: 'g7' })).toBe(true)
    expect(gate.can('conversation.access', { team: 'g1' })).toBe(false)
  })

  it('keeps everything as it is where a scenario is refused', async () => {
    const { gate, preview, enter } = await app()
    expect(await enter({ roles: ['boss'] })).toMatchObject({ outcome: 'refused' })
    expect(preview.scenario).toBeUndefined()
    await enter({ roles: ['manager'] })
    const { version } = gate
    expect(await enter({ roles: ['boss'] })).toMatchObject({ outcome: 'refused' })
    expect(preview.scenario?.roles).toEqual(['manager'])
    expect(gate.version).toBe(version)
  })

  it('drops a preview that comes after it was left', async () => {
    const { gate, preview, enter } = await app()
    const late = enter({ roles: ['manager'] })
    preview.exit()
    expect(await late).toEqual({ outcome: 'dropped' })
    expect(gate.can('reports.export')).toBe(false)
  })

  it('tells listeners of both, in time', async () => {
    const { gate, preview, enter } = await app()
    const told: [string, boolean, string | undefined][] = []
    const note = (who: string) => () =>
      told.push([who, gate.can('reports.export'), preview.scenario?.roles[0]])
    gate.subscribe(note('gate'))
    gate.in('w1').subscribe(note('view'))
    const leave = preview.subscribe(note('preview'))
    await enter({ roles: ['manager'] })
    preview.exit()
    expect(told).toEqual([
      ...['gate', 'view', 'preview'].map(who => [who, true, 'manager']),
      ...['gate', 'view', 'preview'].map(who => [who, false, undefined]),
    ])
    leave()
    await enter({ roles: ['manager'] })
    expect(told.at(-1)?.[0]).toBe('view')
  })

  it.each<[string, (gate: PreviewableGate) => void]>([
    ['clear', gate => gate.clear()],
    ['dispose', gate => gate.dispose()],
  ])('denies everything after `%s`, also during a preview', async (_, end) => {
    const { gate, preview, enter } = await app()
    await enter({ roles: ['manager'] })
    const told: boolean[] = []
    gate.subscribe(() => told.push(gate.can('chat-settings')))
    end(gate)
    expect(gate.can('reports.export')).toBe(false)
    expect(gate.state).toBe('empty')
    expect(preview.scenario).toBeUndefined()
    expect(preview.own).toEqual([])
    expect(told).toEqual([false])
  })
})

describe('a preview', () => {
  it('ends with the gate, and does not come back', async () => {
    const { gate, enter } = await app()
    await enter({ roles: ['manager'] })
    gate.dispose()
    expect(await enter({ roles: ['manager'] })).toEqual({ outcome: 'dropped' })
    expect(gate.can('reports.export')).toBe(false)
    expect(gate.state).toBe('empty')
  })

  it('does not come back where the gate ends while it is on its way', async () => {
    const { gate, enter } = await app()
    const late = enter({ roles: ['manager'] })
    gate.dispose()
    expect(await late).toEqual({ outcome: 'dropped' })
    expect(gate.can('reports.export')).toBe(false)
  })

  it('stays while the real gate refuses what is loaded, and while its snapshot expires', async () => {
    let now = noon * 1000
    const { gate, preview, enter } = await app({ now: () => now })
    await enter({ roles: ['manager'] })
    const { own } = preview
    const [token = '', signature = ''] = (await agent(2)).split(/(?<=\.)(?=[^.]*$)/)
    await expect(
      gate.load(token + signature.replace(/^./, c => (c === 'A' ? 'B' : 'A'))),
    ).rejects.toMatchObject({ code: 'ERR_SIGNATURE_INVALID' })
    await expect(gate.load('')).rejects.toMatchObject({ code: 'ERR_TOKEN_MALFORMED' })
    now += 7200_000
    expect(gate.can('reports.export')).toBe(true)
    expect(preview.own).toBe(own)
    preview.exit()
    expect(gate.state).toBe('expired')
    expect(gate.can('chat-settings')).toBe(false)
  })

  it('is entered, left and entered again, each time with the newest real snapshot below', async () => {
    const { gate, preview, enter } = await app()
    const versions = [gate.version]
    for (const seq of [2, 3, 4]) {
      await enter({ roles: ['manager'] })
      versions.push(gate.version)
      expect(gate.can('reports.export')).toBe(true)
      await gate.load(await agent(seq))
      expect(gate.can('reports.export')).toBe(true)
      preview.exit()
      versions.push(gate.version)
      expect([gate.seq, gate.can('reports.export')]).toEqual([seq, false])
    }
    expect(versions).toEqual([...new Set(versions)].sort((left, right) => left - right))
  })

  it('of one gate in a page is none of another', async () => {
    const [one, other] = [await app(), await app()]
    await one.enter({ roles: ['manager'] })
    expect(one.gate.can('reports.export')).toBe(true)
    expect(other.gate.can('reports.export')).toBe(false)
    expect(other.preview.scenario).toBeUndefined()
    await other.enter({ roles: [] })
    one.preview.exit()
    expect(one.gate.can('chat-settings')).toBe(true)
    expect(other.gate.can('chat-settings')).toBe(false)
  })

  it('is asked by members that were taken off the gate, and by views that were made before', async () => {
    const { gate, preview } = await app()
    const { can, decide, explain, level, maybe, filter, decideAll, subscribe, load } = gate
    const view = gate.in('w1')
    const { can: canInView, roles: rolesOfView } = view
    const { show, exit } = preview
    const flips: (readonly string[])[] = []
    const stop = subscribe(({ flipped }) => flips.push(flipped))
    await show({ ...preview.own[0], roles: ['manager'] })
    expect([can('reports.export'), canInView('reports.export')]).toEqual([true, true])
    expect(decide('reports.export')).toEqual(gate.decide('reports.export'))
    expect(explain('reports.export').outcome).toBe('show')
    expect(level('reports.export')).toBe(gate.level('reports.export'))
    expect(maybe('reports.export')).toBe(true)
    expect(filter('conversation.access', [{ agent: 'u1' }])).toHaveLength(1)
    expect(decideAll()['reports.export']?.outcome).toBe('show')
    expect(rolesOfView.assignable()).toEqual(gate.roles.assignable())
    expect(flips.at(-1)).toContain('reports.export')
    stop()
    await load(await agent(2))
    exit()
    expect(flips).toHaveLength(1)
    expect(canInView('reports.export')).toBe(false)
    expect(gate.seq).toBe(2)
  })
})

describe('the two gates', () => {
  it('trust no key of one another', async () => {
    // Even where the names are those of previews.
    const names = { issuer: 'rolegate-preview', audience: 'rolegate-preview' }
    const gate = previewable({ ...options, ...names })
    const token = await tokenFor({ catalog, roles: ['manager'], ...names, now: options.now })
    await expect(gate.load(token)).rejects.toMatchObject({ code: 'ERR_KEY_UNKNOWN' })
    expect(gate.can('reports.export')).toBe(false)
  })

  it('refuse a key of previews among the keys of the application', async () => {
    const set = { keys: [...keys.keys, ...(await testKeys()).keys] }
    const gate = previewable({ ...options, keys: set })
    await expect(gate.load(await agent(1))).rejects.toMatchObject({ code: 'ERR_KEYS_INVALID' })
  })

  it('share a catalog that arrives once', async () => {
    const { gate, enter } = await app({ catalog: Promise.resolve(new Response(catalog)) })
    expect(gate.can('chat-settings')).toBe(true)
    expect(await enter({ roles: ['manager'] })).toMatchObject({ outcome: 'shown' })
  })

  it('share catalogs that are found', async () => {
    const find = vi.fn(async () => catalog)
    const { preview, enter } = await app({ catalog: find })
    expect((await preview.catalogs()).map(({ id }) => id)).toEqual(['desk'])
    expect(await enter({ roles: ['manager'] })).toMatchObject({ outcome: 'shown' })
    expect(find).toHaveBeenCalledOnce()
  })

  it('may be that of a client, which signs the person out of a preview too', async () => {
    const client = createClient({
      ...options,
      fetchToken: () => agent(1),
      tabs: false,
      now: () => noon * 1000,
    })
    const gate = previewable({ gate: client.gate, catalog: () => catalog })
    await client.ready()
    expect(gate.can('chat-settings')).toBe(true)
    const [file] = (await gate.preview?.catalogs()) ?? []
    await gate.preview?.show({ catalog: file?.sha256, roles: ['manager'] })
    expect(gate.can('reports.export')).toBe(true)
    expect((await client.refresh()).state).toBe('ready')
    expect(gate.can('reports.export')).toBe(true)
    client.signOut()
    expect(gate.state).toBe('empty')
    expect(gate.preview?.scenario).toBeUndefined()
    client.close()
  })

  it('know the person whom a client has loaded', async () => {
    let seq = 0
    let groups = ['g1']
    const client = createClient({
      ...options,
      fetchToken: () => {
        seq += 1
        return sign({ seq, entitlements: ['prime'], memberships: [membership({ groups })] })
      },
      tabs: false,
      now: () => noon * 1000,
    })
    const { preview } = previewable({ gate: client.gate, catalog })
    if (!preview) throw new Error('there are previews')
    const told: (readonly Scenario[])[] = []
    preview.subscribe(() => told.push(preview.own))
    expect(preview.own).toEqual([])
    await client.ready()
    expect(preview.own).toMatchObject([
      { subject: 'u1', workspace: 'w1', roles: ['agent'], groups: ['g1'], entitlements: ['prime'] },
    ])
    const [first] = told
    expect(told).toEqual([preview.own])
    // The same again is no change, and a group is one, though no answer differs.
    await client.refresh()
    expect(preview.own).toBe(first)
    groups = ['g1', 'g9']
    await client.refresh()
    expect(told).toHaveLength(2)
    expect(preview.own[0]?.groups).toEqual(['g1', 'g9'])
    // A preview is not the person.
    expect(await preview.show({ ...preview.own[0], roles: ['manager'] })).toMatchObject({
      outcome: 'shown',
    })
    expect(preview.ownRoles).toEqual(['agent'])
    client.signOut()
    expect(preview.own).toEqual([])
    expect(told.at(-1)).toEqual([])
    client.close()
  })

  it('may be one that somebody else loads', async () => {
    const real: Gate = createGate(options)
    const fetched = vi.fn(async () => new Response(catalog))
    fetched.mockRejectedValueOnce(new Error('offline'))
    const gate = previewable({ gate: real, catalog: fetched, records: options.records })
    await real.load(await agent(1))
    expect(gate.can('chat-settings')).toBe(true)
    const { preview } = gate
    expect(fetched).not.toHaveBeenCalled()
    await expect(preview?.catalogs()).rejects.toMatchObject({ code: 'ERR_FETCH_FAILED' })
    const [file] = (await preview?.catalogs()) ?? []
    await preview?.show({ catalog: file?.sha256, roles: ['manager'] })
    expect(gate.can('reports.export')).toBe(true)
    expect(real.can('reports.export')).toBe(false)
    // The client signs the person out.
    real.clear()
    expect(gate.state).toBe('empty')
    expect(preview?.scenario).toBeUndefined()
  })
})

describe('a tab that showed somebody else before it was loaded again', () => {
  /** The storage of a tab with what a gate showed in it. */
  async function shown(parts: object): Promise<void> {
    const { preview } = await app()
    const [file] = await preview.catalogs()
    const scenario = { ...preview.own[0], catalog: file?.sha256 ?? '', ...parts } as Scenario
    const stored = new Map([['rolegate-preview', searchOf(scenario)]])
    vi.stubGlobal('sessionStorage', { getItem: (name: string) => stored.get(name) ?? null })
  }

  it.each<[string, Partial<GateOptions<Records>>]>([
    ['a catalog that is there', {}],
    ['a catalog that is found', { catalog: async () => catalog }],
  ])('never answers for the person before they are shown, with %s', async (_, changes) => {
    await shown({ roles: ['manager'] })
    const gate = previewable({ ...options, ...changes })
    const answers: [string, boolean][] = []
    const note = () => answers.push([gate.state, gate.can('reports.export')])
    note()
    gate.subscribe(note)
    await gate.load(await agent(1))
    expect(answers).toEqual([
      ['empty', false],
      ['ready', true],
    ])
    expect(gate.preview?.scenario?.roles).toEqual(['manager'])
    gate.preview?.exit()
    expect(gate.can('reports.export')).toBe(false)
    expect(gate.seq).toBe(1)
  })

  it('answers for the person where they cannot be shown any more', async () => {
    await shown({ roles: ['boss'] })
    const gate = previewable(options)
    await gate.load(await agent(1))
    expect(gate.preview?.scenario).toBeUndefined()
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('answers for the person where the catalog cannot be fetched', async () => {
    await shown({ roles: ['manager'] })
    const real = createGate(options)
    const gate = previewable({ gate: real, catalog: () => Promise.reject(new Error('offline')) })
    await real.load(await agent(1))
    await expect.poll(() => gate.can('chat-settings')).toBe(true)
  })

  it('shows nobody after the person has signed out meanwhile', async () => {
    await shown({ roles: ['manager'] })
    const gate = previewable(options)
    gate.clear()
    await gate.load(await agent(1))
    expect(gate.preview?.scenario).toBeUndefined()
    expect(gate.can('reports.export')).toBe(false)
    expect(gate.can('chat-settings')).toBe(true)
  })
})

describe('the roles by which the server knows the person', () => {
  it('are those of the snapshot', async () => {
    const { preview, enter } = await app()
    await enter({ roles: ['manager'] })
    expect(preview.ownRoles).toEqual(['agent'])
  })

  it('are also told of a gate that somebody else loads', async () => {
    const real = createGate(options)
    const { preview } = previewable({ gate: real, catalog })
    expect(preview?.ownRoles).toEqual([])
    await real.load(
      await sign({ seq: 1, memberships: [membership({ roles: ['agent', 'manager'] })] }),
    )
    const [file] = (await preview?.catalogs()) ?? []
    await preview?.show({ catalog: file?.sha256, roles: [] })
    expect(preview?.ownRoles).toEqual(['agent', 'manager'])
  })
})
