import { afterEach, expect, it, vi } from 'vitest'
import { loaded, sign } from './util.ts'

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
    'rolegate: `conversation.access` is asked without a record',
    'rolegate: `assignee` of `conversation` is of a wrong type',
    'rolegate: the catalog has no permission `zzz`',
    'rolegate: `decideAll` needs to be told of which kind the record is',
    'rolegate: the catalog has no record kind `conversations`',
    'rolegate: `documents.view` is asked without a record',
    'rolegate: `documents.edit` is asked without a record',
  ])
})

it('says which record kinds the catalog does not have', async () => {
  const error = reports()
  const records = { convresation: { assignee: () => 'u1' } }
  const gate = await loaded(sign(), { strict: true, records } as never)
  expect(gate.can('conversation.access', {})).toBe(false)
  expect(error.mock.calls).toEqual([
    ['rolegate: `records` names `convresation`, which is no record kind of the catalog'],
  ])
})

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
