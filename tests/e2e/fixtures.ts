import { test as base, expect, type Page } from '@playwright/test'
import { CHAT, type Product } from './products.ts'

export { expect }

interface ScreenOptions {
  /** The package; the product's usual one if left out. */
  readonly package?: string
  /** Starts the session with a snapshot that must be refused. */
  readonly start?: 'edited' | 'expired'
}

/** Opens a section as a person and waits until the page has decided what to show. */
export type OpenAs = (person: string, section: string, options?: ScreenOptions) => Promise<void>

export const test = base.extend<{ product: Product; openAs: OpenAs; complaints: string[] }>({
  /** The product under test; set it with `test.use({ product })`. */
  product: [CHAT, { option: true }],

  openAs: async ({ page, product }, use) => {
    await use(async (person, section, options) => {
      await page.goto(address(product, person, section, options))
      await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
    })
  },

  /** The errors and warnings of the browser. A test fails if any are left at its end. */
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

/** The address of a section, or of an item in it, as a person sees it. */
export function address(
  product: Product,
  person: string,
  section: string,
  options: ScreenOptions = {},
): string {
  const query = options.start ? `?start=${options.start}` : ''
  return `/#/${product.id}/${person}/${options.package ?? product.usualPackage}/${section}${query}`
}

/** Goes to another section for the same person and package, as the navigation does. */
export async function goToSection(page: Page, section: string): Promise<void> {
  await page.evaluate(section => {
    location.hash = [...location.hash.split('/').slice(0, 4), section].join('/')
  }, section)
  await expect(page.locator('main')).toHaveAttribute('data-section', section)
}

/** Every permission with a control on the screen, and the outcomes of its controls. */
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

/** Selects an option of the toolbar: a product, a person or a package. */
export async function select(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Selects an entry of the menu “Try to break it”. */
export async function tryToBreak(page: Page, attempt: string): Promise<void> {
  await page.getByRole('button', { name: 'Try to break it' }).click()
  await page.getByRole('menuitem', { name: attempt }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}

/** Expands every area of the role editor. */
export async function openAreas(page: Page): Promise<void> {
  const closed = page.locator('.role-area [aria-expanded="false"]')
  await expect(page.locator('.role-area').first()).toBeVisible()
  for (let left = await closed.count(); left > 0; left -= 1) {
    await closed.first().click()
    await expect(closed).toHaveCount(left - 1)
  }
}
