// A stage shows one scenario after the other.

import fc from 'fast-check'
import type { GateEvent, GateView } from 'rolegate'
import { createStage, type Scenario, type Stage } from 'rolegate/preview'
import { gateFor } from 'rolegate/testing'
import { describe, expect, it } from 'vitest'
import { catalog as file, records } from '../helpers/help-desk.ts'
import { memberNames } from '../helpers/members.ts'

const other = file.replace('"desk"', '"desk-2"')
const year = 31_536_000

async function staged(parts?: object): Promise<{ stage: Stage; catalog: string }> {
  const stage = await createStage({ catalogs: [file, other], now: 1_790_000_000_000 })
  const catalog = stage.catalogs[0]?.sha256 ?? ''
  if (parts) expect(await stage.show({ catalog, ...parts })).toMatchObject({ outcome: 'shown' })
  return { stage, catalog }
}

describe('a stage', () => {
  it('has an empty gate first', async () => {
    const { stage } = await staged()
    expect(stage.gate.state).toBe('empty')
    expect(stage.gate.decide('reports.export').outcome).toBe('loading')
    expect(stage.scenario).toBeUndefined()
  })

  it('answers as a gate of the same person', async () => {
    const { stage, catalog } = await staged()
    const parts = fc.record({
      roles: fc.subarray(['agent', 'manager', 'night']),
      entitlements: fc.subarray(['prime']),
      groups: fc.subarray(['g1', 'g2']),
      customRoles: fc.constant([
        { id: 'night', label: { en: 'Night' }, values: { insights: 'on' } },
      ] as const),
      at: fc.option(fc.constantFrom(1_780_000_000, 1_795_000_000), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(parts, async person => {
        expect(await stage.show({ catalog, ...person })).toMatchObject({ outcome: 'shown' })
        const { at: _, ...who } = person
        const gate = await gateFor({ catalog: file, ...who })
        expect(stage.gate.decideAll()).toEqual(gate.decideAll())
        expect(stage.gate.in('w1').decideAll()).toEqual(gate.decideAll())
        expect(stage.scenario).toMatchObject({ roles: person.roles, groups: person.groups })
        gate.dispose()
      }),
      { numRuns: 30 },
    )
  })

  it('answers for the scenario that it names, whatever is called while another is on its way', async () => {
    const { stage, catalog } = await staged()
    const person = fc.record({
      // One of them does not exist.
      roles: fc.subarray(['agent', 'manager', 'agnt']),
      entitlements: fc.subarray(['prime']),
      at: fc.option(fc.constantFrom(1_780_000_000, 1_795_000_000), { nil: undefined }),
    })
    const expected = async ({ roles, entitlements }: Scenario) =>
      (await gateFor({ catalog: file, roles, entitlements })).decideAll()
    const told: [Scenario | undefined, object][] = []
    const note = () => told.push([stage.scenario, stage.gate.decideAll()])
    stage.gate.subscribe(note)
    const calls = fc.array(fc.record({ person, turns: fc.nat({ max: 20 }) }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(calls, async calls => {
        told.length = 0
        const showings = calls.map(async ({ person, turns }) => {
          for (let turn = 0; turn < turns; turn += 1) await undefined
          await stage.show({ catalog, ...person })
        })
        await Promise.all(showings)
        note()
        for (const [scenario, answers] of told) {
          if (scenario) expect(answers).toEqual(await expected(scenario))
          else expect(stage.gate.state).toBe('empty')
        }
      }),
      { numRuns: 40 },
    )
  })

  it('has every member of a gate, and of its parts', async () => {
    const { stage } = await staged()
    const gate = await gateFor({ catalog: file })
    expect(memberNames(stage.gate)).toEqual(memberNames(gate))
    expect(memberNames(stage.gate.in('w1'))).toEqual(memberNames(gate.in('w1')))
    expect(memberNames(stage.gate.roles)).toEqual(memberNames(gate.roles))
    expect(stage.gate.in('w1')).toBe(stage.gate.in('w1'))
  })

  it('keeps what is in force where a scenario is refused', async () => {
    const { stage, catalog } = await staged({ roles: ['manager'] })
    const before = stage.scenario
    const showing = await stage.show({ catalog, roles: ['mnager'] })
    expect(showing).toMatchObject({
      outcome: 'refused',
      problems: [{ part: 'roles[0]', meant: 'manager' }],
    })
    expect(stage.gate.can('reports.export')).toBe(true)
    expect(stage.scenario).toBe(before)
  })

  it('lets the last of several calls win', async () => {
    const { stage, catalog } = await staged()
    const second = stage.catalogs[1]?.sha256
    const parts = [
      { roles: ['agent'] },
      { roles: ['manager'], at: 1_795_000_000 },
      { catalog: second },
      { roles: ['manager', 'agent'] },
    ]
    const showings = await Promise.all(parts.map(part => stage.show({ catalog, ...part })))
    expect(showings.at(-1)).toMatchObject({ outcome: 'shown' })
    expect(showings.map(({ outcome }) => outcome).slice(0, -1)).not.toContain('refused')
    expect(stage.scenario?.roles).toEqual(['manager', 'agent'])
    expect(stage.gate.can('reports.export')).toBe(true)
  })

  it('tells each change when gate and scenario are both new', async () => {
    const { stage, catalog } = await staged({ roles: ['agent'] })
    const told: [Scenario | undefined, boolean, GateEvent][] = []
    stage.gate.subscribe(event =>
      told.push([stage.scenario, stage.gate.can('reports.export'), event]),
    )
    for (const at of [undefined, 1_790_000_000 + year, 1_790_000_000 - year]) {
      await stage.show({ catalog, roles: ['manager'], at })
      await stage.show({ catalog, roles: ['agent'], at })
    }
    expect(told.map(([scenario, can]) => [scenario?.roles[0], can])).toEqual(
      Array.from({ length: 3 }, () => [
        ['manager', true],
        ['agent', false],
      ]).flat(),
    )
    for (const [, , { state, flipped }] of told) {
      expect(state).toBe('ready')
      expect(flipped).toContain('reports.export')
    }
    // Within the same time nothing is told beyond what flipped.
    expect(told[0]?.[2].flipped).not.toContain('insights')
  })

  it('has another version after every change', async () => {
    const { stage, catalog } = await staged({ roles: ['agent'] })
    const versions = new Set([stage.gate.version])
    for (const at of [undefined, 1_795_000_000, 1_780_000_000, undefined]) {
      await stage.show({ catalog, roles: ['manager'], at })
      versions.add(stage.gate.version)
    }
    expect(versions.size).toBe(5)
  })

  it('reads records as scenarios write them, and others as it is told', async () => {
    const document = { owner: 'u1' }
    const { stage, catalog } = await staged({ roles: ['agent'], records: { document: [document] } })
    expect(stage.gate.can('documents.edit', document)).toBe(true)
    expect(stage.gate.can('documents.edit', { owner: 'u2' })).toBe(false)
    const own = await createStage({ catalogs: [file], records })
    await own.show({ catalog, roles: ['agent'] })
    expect(own.gate.can('documents.edit', { by: 'u1' })).toBe(true)
    expect(own.gate.can('documents.edit', document)).toBe(false)
  })

  it('ends', async () => {
    const { stage, catalog } = await staged({ roles: ['manager'] })
    const late = stage.show({ catalog, roles: ['agent'] })
    stage.dispose()
    expect(await late).toEqual({ outcome: 'dropped' })
    const after = await stage.show({ catalog, roles: ['manager'], at: 1_795_000_000 })
    expect(after).toEqual({ outcome: 'dropped' })
    expect(stage.gate.can('reports.export')).toBe(false)
    expect(stage.scenario).toBeUndefined()
  })

  it('stops telling whoever has left', async () => {
    const { stage, catalog } = await staged({ roles: ['agent'] })
    const told: string[] = []
    const listen = (view: GateView, name: string) => view.subscribe(() => told.push(name))
    const leave = listen(stage.gate, 'gate')
    listen(stage.gate.in('w1'), 'view')
    leave()
    leave()
    await stage.show({ catalog, roles: ['manager'], at: 1_795_000_000 })
    expect(told).toEqual(['view'])
    expect(() => stage.gate.subscribe(7 as never)).toThrow(TypeError)
  })
})
