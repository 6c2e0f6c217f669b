import { test as base, expect, type Page } from '@playwright/test'

export { expect }

/** A test that fails if the browser complained about anything. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', error => complaints.push(error.message))
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(message.text())
        }
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

/** The address of a screen. */
export function address(
  person: string,
  pack: string,
  section: string,
  product = 'adobe-dynamic-chat',
): string {
  return `/#/${product}/${person}/${pack}/${section}`
}

/** Opens a screen and waits until it is decided. */
export async function open(page: Page, where: string): Promise<void> {
  await page.goto(where)
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
}

/** Goes to another section of the same screen, as a click on the navigation does. */
export async function go(page: Page, where: string): Promise<void> {
  await page.evaluate(
    hash => {
      location.hash = hash
    },
    where.slice(where.indexOf('#')),
  )
  await expect(page.locator('main')).toHaveAttribute('data-section', where.split('/').at(-1) ?? '')
}

/** Every permission that has a control on the screen, with what is done with it. */
export async function controls(page: Page): Promise<Map<string, Set<string>>> {
  const found = await page.locator('[data-permission]').evaluateAll(elements =>
    elements.map(element => ({
      permission: element.getAttribute('data-permission') ?? '',
      outcome: element.checkVisibility()
        ? (element.getAttribute('data-outcome') ?? '')
        : 'present but not visible',
    })),
  )
  const outcomes = new Map<string, Set<string>>()
  for (const { permission, outcome } of found) {
    outcomes.set(permission, (outcomes.get(permission) ?? new Set()).add(outcome))
  }
  return outcomes
}

/** Picks an entry of the menu that tries to break the snapshot. */
export async function tryToBreak(page: Page, trial: string): Promise<void> {
  await page.getByRole('button', { name: 'Try to break it' }).click()
  await page.getByRole('menuitem', { name: trial }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}

/** Opens every area of the role in the editor. */
export async function openAreas(page: Page): Promise<void> {
  const closed = page.locator('.role-area [aria-expanded="false"]')
  await expect(page.locator('.role-area').first()).toBeVisible()
  for (let left = await closed.count(); left > 0; left -= 1) {
    await closed.first().click()
    await expect(closed).toHaveCount(left - 1)
  }
}
