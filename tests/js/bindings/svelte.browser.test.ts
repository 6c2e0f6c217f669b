import { flushSync, mount, unmount } from 'svelte'
import { writable } from 'svelte/store'
import { behaves, type Drawn, type Page } from './suite.ts'
import SveltePage from './svelte/Page.svelte'

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
