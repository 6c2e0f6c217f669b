import { createHook } from 'node:async_hooks'
import { expect, it } from 'vitest'
import { loaded, sign } from '../helpers/gates.ts'

it('a question makes nothing that Node follows', async () => {
  const iat = Math.floor(Date.now() / 1000)
  const gate = await loaded(sign({ iat, exp: iat + 3600, refresh_after: undefined }), {
    now: undefined,
  })
  const made: string[] = []
  const hook = createHook({ init: (_id, type) => void made.push(type) })
  hook.enable()
  gate.can('chat-settings')
  gate.decide('insights')
  gate.filter('conversation.access', [{ agent: 'u1' }])
  hook.disable()
  expect(made).toEqual([])
})

it('a listener keeps no process alive', async () => {
  const gate = await loaded()
  const before = process.getActiveResourcesInfo().filter(name => name === 'Timeout')
  const remove = gate.subscribe(() => {})
  expect(process.getActiveResourcesInfo().filter(name => name === 'Timeout')).toEqual(before)
  remove()
})
