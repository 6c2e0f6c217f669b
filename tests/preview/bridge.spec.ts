// A workbench of one origin shows scenarios in an application of another.

import type { Page } from '@playwright/test'
import type { AppConnection, FramedApp, Showing } from 'rolegate/preview'
import { expect, test } from './site.ts'

/** What `workbench.js` has made. */
interface Workbench {
  open(address: string): void
  connection: AppConnection
  received: string[]
}

const appNow = (page: Page): Promise<FramedApp> =>
  page.evaluate(() => (globalThis as unknown as Workbench).connection.app)

async function show(page: Page, parts: object): Promise<Showing> {
  return page.evaluate(async given => {
    const { connection } = globalThis as unknown as Workbench
    const { readCatalog } = globalThis as unknown as {
      readCatalog: (file: Uint8Array) => Promise<{ sha256: string }>
    }
    const { sha256 } = await readCatalog(connection.app.catalogs[0] as Uint8Array)
    return connection.show({ catalog: sha256, ...given })
  }, parts)
}

async function opened(page: Page, workbench: string, address: string): Promise<void> {
  await page.goto(`${workbench}/workbench.html`)
  await page.waitForFunction(() => 'connectApp' in globalThis)
  await page.evaluate(to => (globalThis as unknown as Workbench).open(to), address)
}

const settled = (page: Page) =>
  expect(page.frameLocator('iframe').locator('#state')).toHaveText(/^ready/)

test.describe('a workbench', () => {
  test.beforeEach(async ({ page, site }) => {
    await opened(page, site.workbench, `${site.app}/app.html?workbench=${site.workbench}`)
    await expect.poll(async () => (await appNow(page)).state).toBe('connected')
    await settled(page)
  })

  test('sees where the gates are, and what they are answered', async ({ page }) => {
    expect((await appNow(page)).gates).toEqual([])
    expect(await show(page, { roles: ['live-agent'] })).toMatchObject({ outcome: 'shown' })
    await expect.poll(async () => (await appNow(page)).gates.length).toBe(4)
    const { gates, scenario } = await appNow(page)
    expect(scenario?.roles).toEqual(['live-agent'])
    expect(gates.map(({ question, decision }) => [question, decision.outcome])).toEqual([
      ['reports.view-live-chat', 'show'],
      ['dialogues.publish', 'hide'],
      ['agent-inbox.access', 'show'],
      // Of `rolegate/dom`.
      ['conversations.view-own', 'show'],
    ])
    const frame = page.frameLocator('iframe')
    const box = await frame.getByRole('button', { name: 'Inbox' }).boundingBox()
    const outer = await page.locator('iframe').boundingBox()
    // The frame has a border of two pixels.
    const [x = 0, y = 0] = [outer?.x, outer?.y].map(edge => (edge ?? 0) + 2)
    expect(gates[2]?.rectangle?.x).toBeCloseTo((box?.x ?? 0) - x, 0)
    expect(gates[2]?.rectangle?.y).toBeCloseTo((box?.y ?? 0) - y, 0)
    expect(gates[1]?.rectangle).toBeUndefined()
  })

  test('follows the page', async ({ page }) => {
    await show(page, { roles: ['live-agent'] })
    await expect.poll(async () => (await appNow(page)).gates.length).toBe(4)
    const frame = page.frameLocator('iframe')
    await frame.locator('main').evaluate(main => {
      const added = document.createElement('button')
      added.dataset['gate'] = 'calendar.connect'
      added.textContent = 'Connect'
      main.prepend(added)
    })
    await expect.poll(async () => (await appNow(page)).gates[0]?.question).toBe('calendar.connect')
  })

  test('sees into open shadow roots, and follows them', async ({ page }) => {
    const frame = page.frameLocator('iframe')
    await frame.locator('main').evaluate(main => {
      const host = document.createElement('div')
      host.dataset['gateIn'] = 'w9'
      const connect = document.createElement('button')
      connect.dataset['gate'] = 'calendar.connect'
      connect.textContent = 'Connect'
      host.attachShadow({ mode: 'open' }).append(connect, document.createElement('div'))
      main.append(host)
    })
    await show(page, { roles: ['live-agent'] })
    await expect.poll(async () => (await appNow(page)).gates.length).toBe(5)
    const [inner] = (await appNow(page)).gates.filter(
      ({ question }) => question === 'calendar.connect',
    )
    // The workspace is named around the shadow root, and is another one.
    expect(inner).toMatchObject({ decision: { code: 'unknown-workspace' } })
    expect(inner?.rectangle?.width).toBeGreaterThan(0)
    await frame.locator('main > div').evaluate(host => {
      const inner = host.shadowRoot?.querySelector('div')
      if (!inner) throw new Error('it is there')
      const view = document.createElement('p')
      view.dataset['gate'] = 'dialogues.view'
      view.textContent = 'Dialogues'
      inner.attachShadow({ mode: 'open' }).append(view)
      inner.dataset['deep'] = ''
    })
    await expect.poll(async () => (await appNow(page)).gates.length).toBe(6)
  })

  test('is told what is wrong with a scenario', async ({ page }) => {
    const showing = await show(page, { roles: ['live-agnt'] })
    expect(showing).toMatchObject({
      outcome: 'refused',
      problems: [{ part: 'roles[0]', meant: 'live-agent' }],
    })
    expect((await appNow(page)).scenario).toBeUndefined()
  })

  test('keeps the scenario on every page of the application', async ({ page }) => {
    await show(page, { roles: ['live-agent'] })
    const frame = page.frameLocator('iframe')
    await frame.getByRole('link', { name: 'Another page' }).click()
    await expect(frame.getByRole('button', { name: 'Inbox' })).toBeVisible()
    await expect(frame.getByRole('button', { name: 'Publish' })).toBeHidden()
    await expect.poll(async () => (await appNow(page)).gates.length).toBe(4)
  })

  test('leaves the preview', async ({ page }) => {
    await show(page, { roles: ['live-agent'] })
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('button', { name: 'Publish' })).toBeHidden()
    await page.evaluate(() => (globalThis as unknown as Workbench).connection.exit())
    await expect(frame.getByRole('button', { name: 'Publish' })).toBeVisible()
    await expect.poll(async () => (await appNow(page)).gates).toEqual([])
  })

  test('is never told who is signed in', async ({ page }) => {
    await show(page, { roles: ['live-agent'] })
    await expect.poll(async () => (await appNow(page)).gates.length).toBe(4)
    const received = await page.evaluate(() => (globalThis as unknown as Workbench).received)
    expect(received.length).toBeGreaterThan(2)
    for (const text of received) expect(text).not.toMatch(/u42|eyJ/)
  })
})

test('a workbench that is not listed is not answered', async ({ page, site }) => {
  await opened(page, site.stranger, `${site.app}/app.html?workbench=${site.workbench}`)
  await settled(page)
  await page.evaluate(() => (globalThis as unknown as Workbench).connection.exit())
  // Also where it speaks as one that is listed would.
  await page.evaluate(to => {
    const message = { rolegate: 'rolegate-preview-1', type: 'hello' }
    document.querySelector('iframe')?.contentWindow?.postMessage(message, to)
  }, site.app)
  await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate(() => new Promise(requestAnimationFrame))
  expect((await appNow(page)).state).toBe('waiting')
  expect(await page.evaluate(() => (globalThis as unknown as Workbench).received)).toEqual([])
})

test('messages of another origin are passed over', async ({ page, site }) => {
  await opened(page, site.workbench, `${site.app}/app.html?workbench=${site.workbench}`)
  await settled(page)
  await expect.poll(async () => (await appNow(page)).state).toBe('connected')
  // The frame goes elsewhere, and pretends to be the application.
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement, to) => {
    frame.src = to
  }, `${site.stranger}/app.html`)
  await expect
    .poll(() => page.frames().some(frame => frame.url().startsWith(site.stranger)))
    .toBe(true)
  await settled(page)
  await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate(() => {
      const message = { rolegate: 'rolegate-preview-1', type: 'unusable', message: 'forged' }
      window.parent.postMessage(message, '*')
    })
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as Workbench).received.at(-1)))
    .toContain('forged')
  expect((await appNow(page)).state).toBe('connected')
})

test('an origin is checked when it is given', async ({ page, site }) => {
  await page.goto(`${site.workbench}/workbench.html`)
  await page.waitForFunction(() => 'connectApp' in globalThis)
  for (const origin of ['https://chat.example/', 'chat.example', '*', 'null', '']) {
    const message = await page.evaluate(given => {
      try {
        ;(
          globalThis as unknown as { connectApp: (frame: unknown, origin: string) => void }
        ).connectApp(document.querySelector('iframe'), given)
        return 'accepted'
      } catch (error) {
        return `${error}`
      }
    }, origin)
    expect(message, origin).toMatch(/^TypeError: an origin must be like/)
  }
})
