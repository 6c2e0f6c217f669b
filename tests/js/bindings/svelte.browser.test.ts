import type { Gate } from 'rolegate'
import { flushSync, mount, unmount } from 'svelte'
import { writable } from 'svelte/store'
import { expect, it, vi } from 'vitest'
import { loaded, membership, sign } from '../helpers/gates.ts'
import { behaves, type Drawn, type Page } from './suite.ts'
import SveltePage from './svelte/Page.svelte'
import Provided from './svelte/Provided.svelte'

function draw(target: HTMLElement, page: Page): Drawn {
  const rows = writable(0)
  const app = mount(SveltePage, { target, props: { page, rows } })
  flushSync()
  return {
    rows: async count => flushSync(() => rows.set(count)),
    undraw: () => unmount(app),
  }
}

behaves('rolegate/svelte', { draw, has: ['hooks', 'only', 'waiting', 'outside'] })

function answers(gate: Gate | undefined): { texts: () => unknown; end: () => unknown } {
  const target = document.body.appendChild(document.createElement('main'))
  const app = mount(Provided, { target, props: { gate } })
  return {
    texts: () => [...target.querySelectorAll('p')].map(({ textContent }) => textContent),
    end: async () => {
      await unmount(app)
      target.remove()
    },
  }
}

it('follows what a component has taken off the gate', async () => {
  const memberships = [membership(), membership({ workspace: 'w2', roles: ['manager'] })]
  const gate = await loaded(sign({ memberships, seq: 1 }))
  const { texts, end } = answers(gate)
  expect(texts()).toEqual(['true', 'false 0'])
  await gate.load(await sign({ memberships: [membership({ roles: ['manager'] })], seq: 2 }))
  await vi.waitFor(() => expect(texts()).toEqual(['false', `${gate.roles.canEdit('agent')} 2`]))
  await end()
})

it('denies in every workspace where no gate was given', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { texts, end } = answers(undefined)
  expect(texts()).toEqual(['false', 'false 0'])
  await end()
  said.mockRestore()
})
