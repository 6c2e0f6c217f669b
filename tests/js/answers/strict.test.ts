import type { Gate } from 'rolegate'
import { afterEach, expect, it, vi } from 'vitest'
import { loaded, membership, sign } from '../helpers/gates.ts'
import { records as desk } from '../helpers/help-desk.ts'

afterEach(() => void vi.restoreAllMocks())

const reports = () => vi.spyOn(console, 'error').mockImplementation(() => {})

it('says once what the calling code has wrong, and answers as ever', async () => {
  const error = reports()
  const gate = await loaded(sign(), { strict: true })
  for (let time = 0; time < 3; time += 1) {
    expect(gate.can('reprots.export')).toBe(false)
    expect(gate.decide('chat-setting').code).toBe('unknown-permission')
    expect(gate.can('conversation.access')).toBe(false)
    expect(gate.can('conversation.access', { agent: 7 })).toBe(false)
    expect(gate.can('zzz')).toBe(false)
    gate.decideAll({})
    gate.decideAll({}, 'conversations')
    expect(gate.decide('documents.view').code).toBe('record-required')
    expect(gate.level('documents.edit')).toBe('off')
  }
  expect(error.mock.calls.map(([text]) => text)).toEqual([
    'rolegate: the catalog has no permission `reprots.export`; did you mean `reports.export`?',
    'rolegate: the catalog has no permission `chat-setting`; did you mean `chat-settings`?',
    'rolegate: `conversation.access` was asked without a record; give it as the second argument',
    'rolegate: `assignee` of `conversation` gave a number; an id is a string, so give `String(id)`',
    'rolegate: `group` of `conversation` gave `undefined`, so the fact is unknown; give `null` for none',
    'rolegate: the catalog has no permission `zzz`',
    'rolegate: `decideAll` needs the kind of the record as its second argument',
    'rolegate: the catalog has no record kind `conversations`',
    'rolegate: `documents.view` was asked without a record; give it as the second argument',
    'rolegate: `documents.edit` was asked without a record; give it as the second argument',
  ])
})

it('says which record kinds the catalog does not have', async () => {
  const error = reports()
  const records = { convresation: { assignee: () => 'u1' } }
  const gate = await loaded(sign(), { strict: true, records } as never)
  expect(gate.can('conversation.access', {})).toBe(false)
  expect(error.mock.calls.map(([text]) => text)).toEqual([
    'rolegate: `records` names `convresation`, which is not a record kind of the catalog; did you mean `conversation`?',
    'rolegate: `conversation.access` depends on `assignee`, which `records.conversation` does not read; give an accessor for it',
    'rolegate: `conversation.access` depends on `group`, which `records.conversation` does not read; give an accessor for it',
  ])
})

/** A quiet no, what brings it about, and what is reported; the accessors are those of `gives`. */
const quiet: {
  name: string
  gives?: { assignee?: () => unknown; group?: () => unknown; collaborators?: () => unknown }
  membership?: Record<string, unknown>
  memberships?: unknown[]
  ask: (gate: Gate) => unknown
  says: string[]
}[] = [
  {
    name: 'a promise from an accessor',
    gives: { assignee: () => Promise.resolve('u1'), group: () => null },
    ask: gate => gate.can('conversation.access', {}),
    says: [
      '`assignee` of `conversation` gave a promise; await it before asking, as an accessor answers at once',
    ],
  },
  {
    name: 'an accessor that throws',
    gives: {
      assignee: () => {
        throw new Error('no')
      },
      group: () => null,
    },
    ask: gate => gate.can('conversation.access', {}),
    says: [
      '`assignee` of `conversation` threw an error, so the fact is unknown; an accessor returns `undefined` for an unknown fact',
    ],
  },
  {
    name: 'an object as an id',
    gives: { assignee: () => ({ id: 'u1' }), group: () => 7n },
    ask: gate => gate.can('conversation.access', {}),
    says: [
      '`assignee` of `conversation` gave an object; give an id, a string, or `null` for none',
      '`group` of `conversation` gave a bigint; an id is a string, so give `String(id)`',
    ],
  },
  {
    name: 'a collaborator whose edit right is a number',
    gives: { collaborators: () => [{ id: 'u1', edit: 1 }] },
    ask: gate => gate.can('documents.edit', {}),
    says: [
      '`collaborators` of `document` names a collaborator whose `edit` is neither `true` nor `false`',
    ],
  },
  {
    name: 'collaborators of a wrong type',
    gives: { collaborators: () => [7] },
    ask: gate => gate.can('documents.edit', {}),
    says: [
      '`collaborators` of `document` names a collaborator that is neither an id, a string, nor `{ id, edit }`',
    ],
  },
  {
    name: 'collaborators in a set',
    gives: { collaborators: () => new Set(['u1']) },
    ask: gate => gate.can('documents.view', {}),
    says: [
      '`collaborators` of `document` gave a value that is not an array; give an array of ids or of `{ id, edit }`',
    ],
  },
  {
    name: 'collaborators that are left out',
    gives: { collaborators: () => undefined },
    ask: gate => gate.can('documents.view', {}),
    says: [
      '`collaborators` of `document` gave `undefined`, so the fact is unknown; give `[]` for none',
    ],
  },
  {
    name: 'a fact that a filter asks for and nothing reads',
    membership: { filters: [{ queues: ['q1'] }] },
    gives: { assignee: () => 'u1', group: () => 'g1' },
    ask: gate => gate.can('conversation.access', {}),
    says: [
      '`conversation.access` depends on `queue`, which `records.conversation` does not read; give an accessor for it',
    ],
  },
  {
    name: 'a promise as a record',
    gives: { collaborators: () => [] },
    ask: gate => [
      gate.can('documents.view', Promise.resolve({ by: 'u1' })),
      gate.decide('documents.view', Promise.resolve({ by: 'u1' })),
      gate.filter('documents.view', [Promise.resolve({ by: 'u1' })]),
    ],
    says: ['`documents.view` was asked about a promise; await the record first'],
  },
  {
    name: 'what is not a list',
    ask: gate => [
      gate.filter('chat-settings', { length: 1 } as never),
      gate.filter('chat-settings', Promise.resolve([]) as never),
      gate.filter('chat-settings', undefined as never),
    ],
    says: [
      '`filter` of `chat-settings` was given an object; give an array or another iterable',
      '`filter` of `chat-settings` was given a promise: `await` it first; give an array or another iterable',
      '`filter` of `chat-settings` was given nothing; give an array or another iterable',
    ],
  },
  {
    name: 'a workspace that is not an id',
    ask: gate => gate.in(1 as never).can('chat-settings'),
    says: ['`gate.in` takes the id of a workspace, a string, not a number'],
  },
  {
    name: 'a workspace that the person lacks',
    ask: gate => gate.in('w2').can('chat-settings'),
    says: ['the person has no membership in `w2`; did you mean `w1`?'],
  },
  {
    name: 'the gate of a person with several memberships',
    memberships: [membership(), membership({ workspace: 'w2' })],
    ask: gate => gate.can('chat-settings'),
    says: ['the person has 2 memberships and the question names none; ask `gate.in(workspace)`'],
  },
  {
    name: 'roles that are not there, and assignments of a wrong type',
    ask: gate => [
      gate.roles.canEdit('agnt'),
      gate.roles.canAssign('agent', { target: 'agent' as never }),
      gate.roles.assignable({ target: [7 as never] }),
      gate.roles.canAssign(7 as never),
      gate.roles.allowedValues('agent', 'chat-setings'),
    ],
    says: [
      'there is no role `agnt`',
      'an assignment must be `{ target, self }`: a list of role ids, and a boolean',
      'a role must be given by its id, a string, not a number',
      'the catalog has no permission `chat-setings`; did you mean `chat-settings`?',
    ],
  },
]

it.each(quiet)('says once of $name what to write instead', async given => {
  const error = reports()
  const { assignee, group, collaborators } = given.gives ?? {}
  const records = {
    conversation: { ...desk.conversation, ...(assignee && { assignee }), ...(group && { group }) },
    document: { ...desk.document, ...(collaborators && { collaborators }) },
  }
  const memberships = given.memberships ?? [membership(given.membership)]
  const gate = await loaded(sign({ memberships }), { strict: true, records } as never)
  for (let time = 0; time < 2; time += 1) given.ask(gate)
  const said = error.mock.calls.map(([text]) => String(text).replace('rolegate: ', ''))
  // The other facts of these records are left out, which is said too.
  expect(said.filter(text => !isAboutOthers(text))).toEqual(given.says)
  expect(gate.can('chat-settings')).toBe(given.memberships === undefined)
})

const isAboutOthers = (text: string) =>
  /^`(owner|organization)` of `document` gave `undefined`/.test(text)

it('says nothing unless asked to, nor before anything is known', async () => {
  const error = reports()
  const gate = await loaded(sign())
  gate.can('reprots.export')
  gate.can('conversation.access')
  expect(error).not.toHaveBeenCalled()
})

it('falls silent after a hundred mistakes', async () => {
  const error = reports()
  const gate = await loaded(sign(), { strict: true })
  for (let number = 0; number < 1000; number += 1) gate.can(`zzz${number}`)
  expect(error).toHaveBeenCalledTimes(100)
})
