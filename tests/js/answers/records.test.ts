import { describe, expect, it } from 'vitest'
import { loaded, membership, sign, snapshot } from '../helpers/gates.ts'
import type { Conversation, Document } from '../helpers/help-desk.ts'

describe('a record', () => {
  it('is required where the permission is about one', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'] }))
    for (const none of [undefined, null]) {
      expect(gate.can('conversation.access', none)).toBe(false)
      expect(gate.decide('conversation.access', none)).toMatchObject({
        code: 'record-required',
        level: 'off',
        missing: [{ code: 'record-required', changes: [{ record: 'conversation' }] }],
      })
    }
  })

  it('is allowed by how the person relates to it', async () => {
    const gate = await loaded()
    const may = (conversation: Conversation) => gate.can('conversation.access', conversation)
    expect(may({ agent: 'u1' })).toBe(true)
    expect(may({ agent: 'u2' })).toBe(false)
    expect(may({ agent: 'u2', team: 'g1' })).toBe(true)
    expect(may({ agent: 'u2', team: 'g2' })).toBe(false)
    expect(may({})).toBe(false)
    expect(gate.decide('conversation.access', { agent: 'u2' }).code).toBe('relation')
  })

  it('may be shared, with edit right or without', async () => {
    const gate = await loaded()
    const may = (what: string, document: Document) => gate.can(`documents.${what}`, document)
    expect(may('view', { with: ['u2', 'u1'] })).toBe(true)
    expect(may('edit', { with: ['u2', 'u1'] })).toBe(false)
    expect(may('view', { with: [{ id: 'u1' }] })).toBe(true)
    expect(may('edit', { with: [{ id: 'u1', edit: false }] })).toBe(false)
    expect(may('edit', { with: [{ id: 'u1', edit: true }] })).toBe(true)
    expect(may('edit', { with: [{ id: 'u2', edit: true }, { id: 'u1' }] })).toBe(false)
    expect(may('edit', { by: 'u1' })).toBe(true)
    expect(may('view', { org: 'w1' })).toBe(true)
    expect(may('view', { org: 'w2' })).toBe(false)
    expect(may('view', { with: [] })).toBe(false)
    expect(may('view', { with: null })).toBe(false)
  })
})

describe('a fact', () => {
  const unassigned = snapshot(
    { roles: ['finder'] },
    {
      roles: [
        {
          id: 'finder',
          label: { en: 'Finder' },
          values: { 'conversation.access': { value: 'read', if: ['unassigned'] } },
        },
      ],
    },
  )

  it('that is read and empty is not one that was not read', async () => {
    const gate = await loaded(unassigned)
    const may = (agent: unknown) => gate.can('conversation.access', { agent })
    expect(may(null)).toBe(true)
    expect(may('')).toBe(true)
    expect(may(undefined)).toBe(false)
    expect(may('u2')).toBe(false)
  })

  it('is read only where it can still make a difference', async () => {
    const reads = async (agent: string, groups: readonly string[], options = {}) => {
      const gate = await loaded(snapshot({ groups }), options)
      let count = 0
      const conversation = {
        agent,
        get team() {
          count += 1
          return 'g1'
        },
      }
      const expected = agent === 'u1' || groups.includes('g1')
      expect(gate.can('conversation.access', conversation)).toBe(expected)
      expect(gate.filter('conversation.access', [conversation])).toHaveLength(expected ? 1 : 0)
      return count
    }
    expect(await reads('u2', ['g1'])).toBe(2)
    expect(await reads('u2', [])).toBe(0)
    expect(await reads('u1', ['g1'])).toBe(0)
    // Whoever looks for mistakes of accessors wants them all called.
    expect(await reads('u1', ['g1'], { strict: true })).toBe(2)
  })

  it('of a wrong type was not read', async () => {
    const gate = await loaded(unassigned)
    for (const agent of [0, false, Number.NaN, {}, [], Symbol('s'), 1n, () => null]) {
      expect(gate.can('conversation.access', { agent })).toBe(false)
    }
    const documents = await loaded()
    for (const people of [
      'u1',
      { 0: 'u1', length: 1 },
      new Set(['u1']),
      [['u1']],
      [{ ID: 'u1' }],
    ]) {
      expect(documents.can('documents.view', { with: people })).toBe(false)
    }
  })

  it('whose accessor throws, or is not there, was not read', async () => {
    const records = {
      conversation: {
        assignee: () => {
          throw new Error('no')
        },
        group: (conversation: Conversation) => conversation.team,
      },
    } as never
    const gate = await loaded(sign(), { records })
    expect(gate.can('conversation.access', { agent: 'u1' })).toBe(false)
    expect(gate.can('conversation.access', { agent: 'u1', team: 'g1' })).toBe(true)
    expect(gate.can('documents.view', { by: 'u1' })).toBe(false)
  })

  it('is found among few ids and among many, as it is written or as it is made', async () => {
    for (const count of [1, 7, 8, 9, 300]) {
      const groups = Array.from({ length: count }, (_, at) => `group-${at}`)
      const gate = await loaded(snapshot({ groups }))
      const may = (team: string) => gate.can('conversation.access', { team })
      for (const team of groups) {
        expect(may(team)).toBe(true)
        expect(may([...team].join(''))).toBe(true)
        expect(may(`${team}0`)).toBe(groups.includes(`${team}0`))
      }
      expect(may(`group-${count}`)).toBe(false)
      expect(may('')).toBe(false)
      expect(may('constructor')).toBe(false)
      expect(may('__proto__')).toBe(false)
    }
  })

  it('is found where an id is spelled like a member of every object', async () => {
    const groups = ['__proto__', 'constructor', 'toString', '0', '']
    const gate = await loaded(snapshot({ groups: groups.slice(0, 4) }))
    const passed = groups.filter(team => gate.can('conversation.access', { team }))
    expect(passed).toEqual(groups.slice(0, 4))
  })

  it('with a lone surrogate, or beyond any id’s length, is nobody’s', async () => {
    const gate = await loaded(snapshot({ groups: ['\ufffd'] }))
    expect(gate.can('conversation.access', { team: '\ufffd' })).toBe(true)
    expect(gate.can('conversation.access', { team: '\ud800' })).toBe(false)
    expect(gate.can('conversation.access', { team: 'g'.repeat(1_000_000) })).toBe(false)
  })

  it('is read from own properties of a collaborator alone', async () => {
    const gate = await loaded()
    const prototype = Object.prototype as { edit?: boolean; id?: string }
    try {
      prototype.edit = true
      prototype.id = 'u1'
      expect(gate.can('documents.edit', { with: [{ id: 'u1' }] })).toBe(false)
      expect(gate.can('documents.view', { with: [{}] })).toBe(false)
    } finally {
      delete prototype.edit
      delete prototype.id
    }
  })

  it('is read with no `this`, and on any kind of record', async () => {
    let receiver: unknown = 'unset'
    const records = {
      conversation: {
        assignee(this: unknown, conversation: { agent?: string }) {
          receiver = this
          return conversation.agent
        },
      },
    } as never
    const gate = await loaded(sign(), { records })
    class Stored {
      get agent() {
        return 'u1'
      }
    }
    expect(gate.can('conversation.access', new Stored())).toBe(true)
    expect(receiver).toBe(undefined)
    for (const odd of ['text', 1, true, Symbol('s'), [], () => 1]) {
      expect(gate.can('conversation.access', odd)).toBe(false)
    }
  })
})

describe('filters', () => {
  it('take records out of sight, also of those who may do everything', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'], filters: [{ groups: ['g1', 'g2'] }] }))
    expect(gate.can('conversation.access', { team: 'g2' })).toBe(true)
    expect(gate.can('conversation.access', { team: 'g3' })).toBe(false)
    expect(gate.can('conversation.access', {})).toBe(false)
    expect(gate.decide('conversation.access', { team: 'g3' })).toMatchObject({
      code: 'filtered',
      level: 'off',
      outcome: 'hide',
    })
  })

  it('only add up', async () => {
    const filters = [{ groups: ['g1', 'g2'] }, { groups: ['g2', 'g3'] }]
    const gate = await loaded(snapshot({ roles: ['manager'], filters }))
    const seen = ['g1', 'g2', 'g3'].filter(team => gate.can('conversation.access', { team }))
    expect(seen).toEqual(['g2'])
  })

  it('that list nothing pass nothing', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'], filters: [{ groups: [] }] }))
    expect(gate.can('conversation.access', { team: 'g1' })).toBe(false)
    expect(gate.maybe('conversation.access')).toBe(false)
    expect(gate.can('reports.export')).toBe(true)
  })
})

describe('filter', () => {
  const teams = ['g1', 'g2', null, undefined, 7]
  const agents = ['u1', 'u2', '', null, undefined]
  const list = [
    ...agents.flatMap(agent => teams.map(team => ({ agent, team }))),
    null,
    undefined,
    'text',
  ]

  it.each([
    ['plain', {}],
    ['filtered', { filters: [{ groups: ['g2'] }] }],
    ['manager', { roles: ['manager'] }],
    ['nothing', { roles: [] }],
  ])('gives what can gives, one by one: %s', async (_, changes) => {
    const gate = await loaded(snapshot(changes))
    for (const name of Object.keys(gate.decideAll()).flatMap(name => [
      name,
      `${name}:write`,
      'x',
    ])) {
      expect(gate.filter(name, list), name).toEqual(list.filter(record => gate.can(name, record)))
      for (const record of list) {
        expect(gate.decide(name, record).allowed).toBe(gate.can(name, record))
      }
    }
  })

  it('gives a new array, and none of something that is no list', async () => {
    const gate = await loaded()
    const list = [1, 2]
    const passed = gate.filter('chat-settings', list)
    expect(passed).toEqual(list)
    expect(passed).not.toBe(list)
    expect(Object.getPrototypeOf(passed)).toBe(Array.prototype)
    for (const odd of [undefined, null, 'ab', 1, { length: 1 }, Promise.resolve(list)]) {
      expect(gate.filter('chat-settings', odd as never)).toEqual([])
    }
  })

  it('takes any iterable', async () => {
    const gate = await loaded()
    const [mine, other] = [{ agent: 'u1' }, { agent: 'u2' }]
    function* both() {
      yield other
      yield mine
    }
    const iterables: Iterable<object>[] = [
      new Set([mine, other]),
      new Map([
        [1, other],
        [2, mine],
      ]).values(),
      both(),
      { [Symbol.iterator]: both },
    ]
    for (const list of iterables) expect(gate.filter('conversation.access', list)).toEqual([mine])
    expect(gate.filter('chat-settings', new Set([mine, other]))).toEqual([mine, other])
    expect(gate.filter('reports.export', new Set([mine]))).toEqual([])
  })

  it('calls no method of a list, and changes nothing of it', async () => {
    class Page extends Array<object> {
      readonly total: number
      constructor(items: object[], total: number) {
        super()
        this.push(...items)
        this.total = total
      }
    }
    const [mine, other] = [{ agent: 'u1' }, { agent: 'u2' }]
    const gate = await loaded()
    const page = new Page([other, mine], 2)
    expect(gate.filter('conversation.access', page)).toEqual([mine])
    expect(gate.filter('conversation.access', page).constructor).toBe(Array)
    expect([...page]).toEqual([other, mine])

    const fail = () => {
      throw new Error('a method of the list')
    }
    const list = [other, mine, other]
    const names = Reflect.ownKeys(Array.prototype).filter(
      name => typeof (list as never)[name] === 'function',
    )
    for (const name of names) Object.defineProperty(list, name, { get: fail })
    expect(gate.filter('conversation.access', list)).toEqual([mine])
    const same = [other, mine]
    same.slice = () => same
    expect(gate.filter('conversation.access', same)).toEqual([mine])
    expect(same).toHaveLength(2)
    expect(gate.filter('conversation.access', Object.freeze([mine, other]))).toEqual([mine])
  })

  it('stops allowing once an accessor has cleared the gate', async () => {
    let calls = 0
    const records = {
      conversation: {
        assignee: () => {
          calls += 1
          if (calls === 3) gate.clear()
          return 'u1'
        },
      },
    } as never
    const gate = await loaded(sign(), { records })
    expect(gate.filter('conversation.access', [{}, {}, {}, {}])).toHaveLength(2)
    await gate.load(await sign({ seq: 2, memberships: [membership()] }))
    calls = 2
    expect(gate.can('conversation.access', {})).toBe(false)
    await gate.load(await sign({ seq: 3 }))
    calls = 2
    expect(gate.decide('conversation.access', {}).code).toBe('no-snapshot')
  })

  it('survives an accessor that disposes the gate', async () => {
    const other = await loaded()
    const records = {
      conversation: {
        group: () => {
          gate.dispose()
          return 'g1'
        },
        assignee: () => 'u1',
      },
    } as never
    const gate = await loaded(sign(), { records })
    expect(gate.filter('conversation.access', [{}, {}])).toEqual([])
    expect(other.can('chat-settings')).toBe(true)
    expect(other.state).toBe('ready')
  })
})
