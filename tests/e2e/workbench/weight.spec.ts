import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, lookAt, test } from '../fixtures.ts'

const KB = 1024
const dist = new URL('../../../www/dist/', import.meta.url)

test('the first script weighs no more than 250 KB, compressed by gzip', () => {
  const page = readFileSync(new URL('index.html', dist), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    ([, name]) => name,
  )
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = scripts.map(
    name => gzipSync(readFileSync(new URL(name ?? '', dist)), { level: 9 }).length,
  )
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(250 * KB)
})

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' })

  test('the first visit transfers no more than 450 KB, and nothing shifts', async ({ page }) => {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    let transferred = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      transferred += encodedDataLength
    })
    await page.addInitScript(() => {
      const state = { shift: 0 }
      Object.assign(window, { state })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          state.shift += entry.value
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(
      lookAt({
        product: 'pandadoc',
        roles: ['admin'],
        entitlements: ['plan-business', 'licence-standard'],
      }),
    )
    await expect(page.locator('.product')).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(transferred).toBeGreaterThan(100 * KB)
    expect(transferred).toBeLessThanOrEqual(450 * KB)
    const { shift } = await page.evaluate(
      () => (window as unknown as { state: { shift: number } }).state,
    )
    expect(shift).toBeLessThan(0.01)
  })

  test('another role asks the network for nothing', async ({ page }) => {
    await page.goto(
      lookAt({ product: 'pandadoc', roles: ['admin'], entitlements: ['plan-business'] }),
    )
    await expect(page.locator('.product')).toBeVisible()
    await page.waitForLoadState('networkidle')
    const asked: string[] = []
    page.on('request', request => {
      // The browser asks for its own icon again after every change of the address.
      if (!request.url().endsWith('/favicon.svg')) asked.push(request.url())
    })
    await page.getByRole('button', { name: /Seen as/ }).click()
    await page.getByRole('option', { name: 'Member' }).first().click()
    await expect(page.getByRole('button', { name: 'Seen as Admin + Member' })).toBeVisible()
    expect(asked).toEqual([])
  })
})
