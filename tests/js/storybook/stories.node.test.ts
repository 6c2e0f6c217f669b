// What stories are given, without Storybook; `tests/storybook` drives the real one.

import { forEachRole, gateStories } from 'rolegate/storybook'
import { gateFor } from 'rolegate/testing'
import { describe, expect, it, vi } from 'vitest'
import { catalog } from '../helpers/help-desk.ts'
import { memberNames } from '../helpers/members.ts'
import { channel } from '../helpers/storybook.ts'

const { globalTypes, initialGlobals, loaders, parameters } = gateStories({
  catalog,
  roles: ['agent'],
  workspaces: ['w1', 'w2'],
})

/** The gate of a story. */
async function gateOf(globals: Record<string, string> = {}, rolegate = {}) {
  const [load] = loaders
  const context = {
    id: 'a--b',
    globals: { ...initialGlobals, ...globals },
    parameters: { rolegate },
  }
  return (await load?.(context))?.gate
}

describe('a story', () => {
  it('has the gate of whoever looks by default', async () => {
    const gate = await gateOf()
    expect(gate?.state).toBe('ready')
    expect(gate?.can('reports.export')).toBe(false)
    expect(gate && memberNames(gate)).toEqual(memberNames(await gateFor({ catalog })))
  })

  it('says who looks at it', async () => {
    expect((await gateOf({}, { roles: ['manager'] }))?.can('reports.export')).toBe(true)
  })

  it.each<[Record<string, string>, boolean, boolean]>([
    [{ roles: 'manager' }, true, false],
    [{ roles: 'agent manager', plan: 'prime' }, true, true],
    [{ roles: '_', plan: 'prime' }, false, false],
    [{ plan: '_' }, false, false],
  ])('is looked at as the toolbar says: %j', async (globals, exports, insights) => {
    const gate = await gateOf(globals, { entitlements: ['prime'], roles: ['agent'] })
    expect(gate?.can('reports.export')).toBe(exports)
    if (globals['plan'] !== undefined) expect(gate?.can('insights')).toBe(insights)
  })

  it('is in the workspace of the toolbar', async () => {
    expect((await gateOf({ workspace: 'w2' }))?.in('w2').can('chat-settings')).toBe(true)
  })

  it('tells the panel what it asked, and why', async () => {
    const gate = await gateOf()
    channel.emit.mockClear()
    gate?.can('insights')
    gate?.can('insights')
    gate?.in('w1').can('chat-settings:write')
    await vi.waitFor(() => expect(channel.emit).toHaveBeenCalled())
    expect(channel.emit).toHaveBeenCalledOnce()
    const [, told] = channel.emit.mock.calls[0] ?? []
    expect(told).toMatchObject({
      person: { roles: ['agent'], plan: [] },
      asked: [
        { question: 'insights', workspace: undefined, decision: { outcome: 'upsell' } },
        { question: 'chat-settings:write', workspace: 'w1', decision: { allowed: false } },
      ],
    })
    expect(told.asked[0].reason).toContain('Prime')
  })
})

it('the toolbar offers what the catalog has, by its labels', () => {
  expect(Object.keys(globalTypes)).toEqual(['roles', 'plan', 'workspace'])
  expect(globalTypes['roles']?.toolbar.items).toEqual([
    { value: '', title: 'Roles: as the story says' },
    { value: 'agent', title: 'Agent' },
    { value: 'manager', title: 'Manager' },
    { value: '_', title: 'No role' },
  ])
})

describe('for each role', () => {
  it('a story is run once, with what it is run with besides', async () => {
    const run = vi.fn(async () => {})
    const stories = forEachRole({ run, parameters, globals: { theme: 'dark', roles: 'x' } })
    for (const story of stories) await story.run({ canvasElement: 1 })
    expect(stories.map(({ role, label }) => [role, label])).toEqual([
      ['agent', 'Agent'],
      ['manager', 'Manager'],
    ])
    expect(run.mock.calls).toEqual([
      [{ canvasElement: 1, globals: { theme: 'dark', roles: 'agent' } }],
      [{ canvasElement: 1, globals: { theme: 'dark', roles: 'manager' } }],
    ])
  })

  it('a story of another project is refused', () => {
    const story = { run: async () => {}, parameters: {}, globals: {} }
    expect(() => forEachRole(story)).toThrow(/spread `gateStories`/)
  })
})
