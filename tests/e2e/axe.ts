import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, open, test } from './page.ts'

/** Expects no violation that axe knows of, but for the rules named. */
export async function expectAccessible(page: Page, without: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
  expect(found, page.url()).toEqual([])
}

/** Expects a page that does not scroll sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, page.url()).toBe(0)
}

/** Tests all of these screens, narrow and light as well as wide and dark. */
export function testSections(screens: readonly string[]): void {
  for (const [colorScheme, width] of [
    ['light', 390],
    ['dark', 1280],
  ] as const) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({
        colorScheme,
        viewport: { width, height: 860 },
        contextOptions: { reducedMotion: 'reduce' },
      })

      test('every section is accessible and does not scroll sideways', async ({ page }) => {
        test.slow()
        for (const screen of screens) {
          await open(page, screen)
          await expectAccessible(page)
          await expectNoOverflow(page)
        }
      })
    })
  }
}
