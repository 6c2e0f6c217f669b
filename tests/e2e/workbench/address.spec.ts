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
