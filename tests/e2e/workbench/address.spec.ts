import type { Browser, Page } from '@playwright/test'
import { catalogText } from '../catalogs.ts'
import { expect, lookAt, test } from '../fixtures.ts'

const GOOD = {
  product: 'pandadoc',
  subject: 'manager',
  workspace: 'sales',
  roles: ['manager'],
  entitlements: ['plan-business', 'licence-standard'],
}

/** Addresses of which one part does not fit: the part that the page must name, and what would fit. */
const WRONG: readonly (readonly [string, string, string, string])[] = [
  ['an unknown product', lookAt({ ...GOOD, product: 'pandadok' }), 'product', 'pandadoc'],
  ['an unknown role', lookAt({ ...GOOD, roles: ['mangaer'] }), 'roles[0]', 'manager'],
  ['the second of two roles', lookAt({ ...GOOD, roles: ['manager', 'boss'] }), 'roles[1]', 'owner'],
  [
    'an unknown plan',
    lookAt({ ...GOOD, entitlements: ['plan-gold', 'licence-standard'] }),
    'entitlements[0]',
    'plan-business',
  ],
  [
    'a layer that the catalog has not',
    lookAt({ ...GOOD, layers: [{ from: 'company', values: {} }] }),
    'layers',
    '',
  ],
  ['layers that are no JSON', `${lookAt(GOOD)}&layers=%5B`, 'layers', ''],
  [
    'a filter that the catalog has not',
    lookAt({ ...GOOD, filters: [{ groups: ['g1'] }] }),
    'filters',
    '',
  ],
  [
    'a value that no custom role can have',
    lookAt({
      ...GOOD,
      customRoles: [{ id: 'helper', label: { en: 'Helper' }, values: { 'documents.vieww': 'on' } }],
    }),
    'customRoles[0]',
    '',
  ],
  ['a time that is none', `${lookAt(GOOD)}&at=yesterday`, 'at', ''],
  ['a name that no address has', `${lookAt(GOOD)}&rol=manager`, 'rol', 'role'],
  ['a part that is there twice', `${lookAt(GOOD)}&section=team&section=forms`, 'section', ''],
  ['another version of a catalog', lookAt({ ...GOOD, catalog: 'A'.repeat(43) }), '', ''],
  ['a view that there is not', lookAt(GOOD, 'lok'), 'view', 'Look'],
  ['a section that the product has not', lookAt({ ...GOOD, section: 'teem' }), 'section', 'team'],
  ['a width that no frame has', `${lookAt(GOOD)}&widths=400`, 'widths', '390'],
  ['a language that nothing is in', `${lookAt(GOOD)}&lang=xx`, 'lang', 'nl'],
  [
    'a question that the catalog has not',
    `${lookAt(GOOD)}&why=documents.vieww`,
    'why',
    'documents.view',
  ],
  ['screens that there are not', `${lookAt(GOOD)}&screens=drawn`, 'screens', 'generated'],
  [
    'a second person with a role that is none',
    `${lookAt(GOOD)}&beside=role%3Dboss`,
    'beside: roles[0]',
    'owner',
  ],
]

for (const [what, address, part, fits] of WRONG) {
  test(`${what} is named, and nobody else is shown`, async ({ page }) => {
    await page.goto(address)
    const state = page.locator('.state.bad')
    await expect(state).toBeVisible()
    if (part !== '') await expect(state.locator(`[data-problem^="${part}"]`)).toBeVisible()
    if (fits !== '') await expect(state).toContainText(fits)
    await expect(page.locator('.product')).toHaveCount(0)
  })
}

test('what was probably meant is one press away', async ({ page }) => {
  await page.goto(lookAt({ ...GOOD, roles: ['mangaer'] }))
  await page.getByRole('link', { name: 'Use manager' }).click()
  await expect(page.getByRole('button', { name: 'Seen as Manager' })).toBeVisible()
  await expect(page.locator('.product')).toBeVisible()
})

test('an address opens the same in a fresh profile', async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(lookAt({ ...GOOD, section: 'team' }))
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link was copied')).toBeVisible()
  const url = await page.evaluate(() => navigator.clipboard.readText())
  const other = await (await browser.newContext()).newPage()
  await other.goto(url)
  await expect(other.getByRole('button', { name: 'Seen as Manager' })).toBeVisible()
  await expect(other.locator('.product')).toHaveAttribute('data-section', 'team')
  await other.context().close()
})

test.describe('a catalog of one’s own', () => {
  test('travels in the link where it is small', async ({ page, browser }) => {
    const text = JSON.stringify({ ...JSON.parse(catalogText('userlike')), id: 'acme' })
    const { url, other } = await shared(page, browser, text)
    expect(new URL(url).hash).toContain('file=')
    await expect(other.locator('.product')).toHaveAttribute('data-product', 'acme')
    await other.context().close()
  })

  test('is asked for by whoever opens the link where it is large', async ({ page, browser }) => {
    const text = JSON.stringify(largeCatalog())
    const { url, other } = await shared(page, browser, text)
    expect(url).not.toContain('file=')
    await expect(other.locator('.state')).toContainText(
      'The catalog “large” is not in this browser',
    )
    await expect(other.locator('.product')).toHaveCount(0)
    await drop(other, text)
    await expect(other.locator('.product')).toHaveAttribute('data-product', 'large')
    await other.context().close()
  })
})

/** Drops a catalog at the start, copies the link, and opens it in a fresh profile. */
async function shared(page: Page, browser: Browser, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await drop(page, text)
  await expect(page.locator('.product')).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link was copied')).toBeVisible()
  const url = await page.evaluate(() => navigator.clipboard.readText())
  const other = await (await browser.newContext()).newPage()
  await other.goto(url)
  return { url, other }
}

async function drop(page: Page, text: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'catalog.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
}

/** A catalog whose labels do not deflate well. */
function largeCatalog() {
  let state = 7
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state.toString(36)
  }
  const permissions = Array.from({ length: 900 }, (_, index) => ({
    id: `part.p${index}`,
    values: 'switch',
    label: { en: `${word()} ${word()}` },
  }))
  return {
    format: 1,
    id: 'large',
    label: { en: 'Large' },
    areas: [{ id: 'part', label: { en: 'Part' }, permissions }],
    roles: [{ id: 'user', label: { en: 'User' }, values: { 'part.p0': 'on' } }],
  }
}
