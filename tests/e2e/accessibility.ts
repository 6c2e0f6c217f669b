import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Expects that axe finds no violation, except of the rules named in `without`. */
export async function expectAccessible(page: Page, without: string[] = []): Promise<void> {
  const rules = {
    // Not on by default: names begin with what is to be read (WCAG 2.5.3).
    'label-content-name-mismatch': { enabled: true },
    ...Object.fromEntries(without.map(rule => [rule, { enabled: false }])),
  }
  const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
  expect(found, page.url()).toEqual([])
}

/** Expects that the page does not scroll sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, page.url()).toBe(0)
}
