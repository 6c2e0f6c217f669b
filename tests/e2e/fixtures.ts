import { test as base, expect, type Page } from '@playwright/test'
import { CHAT, type Product } from './products.ts'

export { expect }

interface ScreenOptions {
  /** The package; the product's usual one if left out. */
  readonly package?: string
  /** The language; the browser's if left out. */
  readonly lang?: string
}

/** Opens a section, or `section/item`, as a person and waits until the page has decided what to show. */
export type OpenAs = (person: string, section: string, options?: ScreenOptions) => Promise<void>

export const test = base.extend<{ product: Product; openAs: OpenAs; complaints: string[] }>({
  /** The product under test; set it with `test.use({ product })`. */
  product: [CHAT, { option: true }],

  openAs: async ({ page, product }, use) => {
    await use(async (person, section, options) => {
      // Another address after the `#` would load no page, and so keep what was typed into the last.
      await page.goto('about:blank')
      await page.goto(address(product, person, section, options))
      await expect(page.locator('.product')).toBeVisible()
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
      const blocked = 'Service Worker registration blocked by Playwright'
      expect(complaints.filter(text => text !== blocked)).toEqual([])
    },
    { auto: true },
  ],
})

/** The address of a section, or of an item in it, as a person sees it. */
export function address(
  product: Product,
  person: string,
  place: string,
  options: ScreenOptions = {},
): string {
  const ready = product.people.find(({ subject }) => subject === person)
  if (!ready) throw new Error(`the product has no person ${person}`)
  const scenario = { ...ready, ...product.packages[options.package ?? product.usualPackage] }
  const [section = '', item] = place.split('/')
  const { lang } = options
  const rest = { ...(item ? { item } : {}), ...(lang ? { lang } : {}) }
  return lookAt({ product: product.id, ...scenario, section, ...rest })
}

/** The address of a view, by the parts of a scenario and of the page. */
export function lookAt(parts: Readonly<Record<string, unknown>>, view = 'look'): string {
  const parameters = new URLSearchParams()
  const names: Readonly<Record<string, string>> = {
    roles: 'role',
    groups: 'group',
    entitlements: 'entitlement',
  }
  for (const [part, value] of Object.entries(parts)) {
    const name = names[part]
    if (part === 'label') continue
    if (name) for (const id of value as string[]) parameters.append(name, id)
    else parameters.set(part, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return `/#/${view}?${parameters}`
}

/** Goes to another section for the same person and package, as the navigation does. */
export async function goToSection(page: Page, section: string): Promise<void> {
  await page.evaluate(section => {
    const [view = '', text = ''] = location.hash.split('?')
    const parameters = new URLSearchParams(text)
    parameters.set('section', section)
    parameters.delete('item')
    location.hash = `${view}?${parameters}`
  }, section)
  await expect(page.locator('.product')).toHaveAttribute('data-section', section)
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

/** Expands every area of the role editor. */
export async function openAreas(page: Page): Promise<void> {
  const closed = page.locator('.role-area [aria-expanded="false"]')
  await expect(page.locator('.role-area').first()).toBeVisible()
  for (let left = await closed.count(); left > 0; left -= 1) {
    await closed.first().click()
    await expect(closed).toHaveCount(left - 1)
  }
}

/** Goes to an address of the page without loading it again. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, address.slice(1))
}

/** Waits until the service worker keeps the page: one that is new has pages of its own once it took over. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated')
}
