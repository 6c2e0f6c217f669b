import { produce } from 'immer'
import { autorun, isObservable, observable } from 'mobx'
import { createPinia, defineStore, setActivePinia } from 'pinia'
import type { Gate } from 'rolegate'
import { proxy, snapshot } from 'valtio/vanilla'
import { expect, it } from 'vitest'
import { isReactive, reactive, ref, toRaw } from 'vue'
import { loaded, sign } from '../helpers/gates.ts'

/** Whether all of it works as it stands in an application's state. */
async function expectWorking(gate: Gate): Promise<void> {
  expect(gate.state).toBe('ready')
  expect(gate.can('chat-settings')).toBe(true)
  expect(gate.can('conversation.access', { agent: 'u1' })).toBe(true)
  expect(gate.decide('reports.export').code).toBe('not-granted')
  expect(gate.filter('conversation.access', [{ agent: 'u1' }, {}])).toHaveLength(1)
  expect(gate.in('w1').level('chat-settings')).toBe('read')
  expect(gate.roles.assignable()).toEqual([])
  const seq = (gate.seq ?? 0) + 1
  const states: string[] = []
  const remove = gate.subscribe(({ state }) => states.push(state))
  await gate.load(await sign({ seq }))
  remove()
  expect(states).toEqual(['ready'])
  expect(gate.seq).toBe(seq)
}

it('stands in Vue’s `reactive` and `ref` as it is', async () => {
  const gate = await loaded()
  const state = reactive({ gate, view: gate.in('w1'), roles: gate.roles })
  expect(state.gate).toBe(gate)
  expect(isReactive(state.view)).toBe(false)
  expect(isReactive(state.roles)).toBe(false)
  expect(ref(gate).value).toBe(gate)
  expect(toRaw(state).gate).toBe(gate)
  await expectWorking(state.gate)
})

it('stands in a store of Pinia as it is', async () => {
  setActivePinia(createPinia())
  const gate = await loaded()
  const store = defineStore('access', { state: () => ({ gate }) })()
  expect(store.gate).toBe(gate)
  await expectWorking(store.gate)
})

it('stands in an observable of MobX as it is', async () => {
  const gate = await loaded()
  const state = observable({ gate, view: gate.in('w1') })
  expect(state.gate).toBe(gate)
  expect(isObservable(state.view)).toBe(false)
  let seen: boolean | undefined
  autorun(() => {
    seen = state.gate.can('chat-settings')
  })
  expect(seen).toBe(true)
  await expectWorking(state.gate)
})

it('stands in a draft of Immer as it is', async () => {
  const gate = await loaded()
  const next = produce({ gate, open: false }, draft => {
    expect(draft.gate.can('chat-settings')).toBe(true)
    draft.open = true
  })
  expect(next.gate).toBe(gate)
  await expectWorking(next.gate)
})

it('works in a proxy of Valtio, and in its snapshot', async () => {
  const gate = await loaded()
  const state = proxy({ gate })
  await expectWorking(state.gate)
  await expectWorking(snapshot(state).gate as Gate)
})

it('works behind any proxy', async () => {
  const gate = await loaded()
  await expectWorking(new Proxy(gate, {}))
  await expectWorking(Object.create(gate) as Gate)
})
