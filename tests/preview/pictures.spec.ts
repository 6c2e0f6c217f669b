// Makes pictures of the panel in an application: `make pictures`. They come into `target/pictures`.

import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** What is done for each picture, and the search of the application's address. */
const SCENES: Readonly<Record<string, readonly [string, (page: Page) => Promise<void>]>> = {
  'panel-closed': ['panel=en', async () => {}],
  'panel-open': ['panel=en', open],
  'panel-shown': [
    'panel=en',
    async page => {
      await open(page)
      await page.getByRole('checkbox', { name: 'Marketing Admin' }).uncheck()
      await page.getByRole('checkbox', { name: 'Calendar Agent' }).check()
      await expect(page.locator('.banner')).toBeVisible()
    },
  ],
  'panel-unfolded': [
    'panel=en&product=puzzel&role=agent',
    async page => {
      await open(page)
      for (const summary of await page.locator('rolegate-preview summary').all())
        await summary.click()
      const layers = page.getByRole('group').filter({ hasText: 'Values above' })
      await layers.getByRole('button', { name: 'Add' }).click()
      await expect(page.locator('.banner')).toBeVisible()
      await layers.scrollIntoViewIfNeeded()
    },
  ],
  'panel-in-dutch': ['panel=nl&product=puzzel&role=agent', page => open(page, 'Voorvertoning')],
}

for (const [name, [search, prepare]] of Object.entries(SCENES)) {
  test(name, async ({ page, site }) => {
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${site.app}/app.html?${search}`)
      await expect(page.locator('rolegate-preview .bar')).toBeVisible()
      await prepare(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: `target/pictures/${name}-${width}-${colorScheme}.png` })
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
      await page.screenshot({ path: `target/pictures/${name}-${width}-forced.png` })
      await page.emulateMedia({ forcedColors: 'none' })
      await page.evaluate(() => sessionStorage.clear())
    }
  })
}

async function open(page: Page, pill = 'Preview'): Promise<void> {
  await page.getByRole('button', { name: pill, exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
}
