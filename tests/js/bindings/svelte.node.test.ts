// Svelte on a server, where there is no page.

import { render } from 'svelte/server'
import { writable } from 'svelte/store'
import { expect, it } from 'vitest'
import { loaded, snapshot } from '../helpers/gates.ts'
import { counted } from './suite.ts'
import Page from './svelte/Page.svelte'

it('renders what a gate says, and listens to nothing', async () => {
  const { gate, listeners } = counted(await loaded(snapshot({ roles: ['agent'] })))
  const reason = ({ code }: { code: string }) => `Because: ${code}`
  const { body } = render(Page, { props: { page: { gate, reason }, rows: writable(0) } })
  const control = (id: string) => new RegExp(`<button id="${id}"([^>]*)>`).exec(body)?.[1]?.trim()
  expect(control('delete-mine')).toBe('data-gate-outcome="show"')
  expect(control('insights')).toBe(
    'data-gate-outcome="upsell" aria-disabled="true" aria-description="Because: not-entitled"',
  )
  expect(control('export')).toBe('data-gate-outcome="hide" aria-disabled="true" hidden=""')
  expect(body).toContain('<p id="instead">x</p>')
  expect(body).toContain('<p id="count">2</p>')
  expect(listeners()).toBe(0)
})
