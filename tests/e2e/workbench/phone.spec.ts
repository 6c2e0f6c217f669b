import { expect, lookAt, test } from '../fixtures.ts'

test.use({ viewport: { width: 390, height: 860 }, hasTouch: true, isMobile: true })

test('a phone on the network, where browsers give a page neither Web Crypto nor the clipboard', async ({
  page,
}) => {
  await page.addInitScript(() => {
    delete (Crypto.prototype as { subtle?: unknown }).subtle
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })
  })
  await page.goto('/')
  await page.getByRole('link', { name: 'Collaborator' }).tap()
  await expect(page.locator('.product')).toContainText('Offer for Halden Cycles')

  await page.getByRole('button', { name: /Change what is seen/ }).tap()
  await page.getByRole('button', { name: /^Seen as/ }).tap()
  await page.getByRole('option', { name: 'Account owner' }).first().tap()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Done' }).tap()
  await expect(
    page.getByRole('button', { name: /Change what is seen: Account owner \+ Collaborator/ }),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Copy link' }).tap()
  await expect(page.getByLabel('Copy this address')).toHaveValue(/role=owner&role=collaborator/)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()

  await page.getByRole('link', { name: 'Snapshot' }).tap()
  await page.getByRole('button', { name: 'Fill in an example' }).tap()
  await expect(page.locator('[data-result="passed"]')).toHaveCount(10)
})

test('the current view is in sight among the views, and nothing of who is seen is cut off', async ({
  page,
}) => {
  await page.goto(
    lookAt(
      {
        product: 'pandadoc',
        subject: 'manager',
        workspace: 'sales',
        roles: ['manager'],
        entitlements: ['plan-business', 'licence-standard'],
      },
      'catalog',
    ),
  )
  const views = page.getByRole('navigation', { name: 'Views' })
  await expect(views.getByRole('link', { name: 'Catalog' })).toBeInViewport({ ratio: 1 })
  const summary = page.locator('.bar-summary-text')
  await expect(summary).toHaveText('Manager · Business plan + Standard licence')
  expect(
    await summary.evaluate(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight <= clientHeight && scrollWidth <= clientWidth,
    ),
  ).toBe(true)
})

for (const [width, lang] of [
  [320, 'en'],
  [390, 'en'],
  [390, 'nl'],
] as const) {
  test(`the tools over a product take one row, and none is cut off: ${width} pixels, ${lang}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 860 })
    await page.goto(lookAt({ product: 'userlike', roles: ['staff'], entitlements: ['flex'], lang }))
    const tools = page.locator('.frame-bar').getByRole('button')
    await expect(tools).toHaveCount(6)
    for (const tool of await tools.all()) await expect(tool).toBeInViewport({ ratio: 1 })
    const middles = await tools.evaluateAll(all =>
      all.map(tool => {
        const { top, height } = tool.getBoundingClientRect()
        return Math.round(top + height / 2)
      }),
    )
    expect(new Set(middles).size).toBe(1)
    await tools.nth(3).tap()
    await page.getByRole('menuitemradio').last().tap()
    await expect(page).toHaveURL(/screens=generated/)
  })
}

const STAFF = { product: 'userlike', roles: ['staff'], entitlements: ['flex'] }
const HIDDEN = { ...STAFF, section: 'settings', why: 'analytics' }

for (const [name, address, ready] of [
  ['look', lookAt({ ...STAFF, inspect: 'on' }), '.product'],
  ['why', lookAt(HIDDEN), '.why-content'],
  ['matrix', lookAt(STAFF, 'matrix'), '[data-cell]'],
  ['compare', lookAt({ ...STAFF, sides: 'staff,agent' }, 'compare'), '[data-cell]'],
  ['what if', lookAt(STAFF, 'what-if'), '[data-value]'],
  ['snapshot', '/#/snapshot', 'textarea'],
  ['catalog', lookAt(STAFF, 'catalog'), '[data-problems]'],
  ['an address that does not fit', lookAt({ ...STAFF, roles: ['stuff'] }), '.state'],
] as const) {
  test(`fingers have 44 pixels for everything that is pressed: ${name}`, {
    tag: '@accessibility',
  }, async ({ page }) => {
    await page.goto(address)
    await expect(page.locator(ready).first()).toBeVisible()
    const small = await page
      .locator('a, button, input, summary, [role="radio"], label:has(input)')
      .evaluateAll(all =>
        all.flatMap(element => {
          // A product is the reader's own matter, and marks over it have room around them.
          const isElsewhere = element.closest('.product, .visually-hidden, .skip, .inspect-layer')
          const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
          const isSeen = element.checkVisibility() && width > 16
          const isSmall = isSeen && !isElsewhere && Math.min(width, height) < 44
          return isSmall ? [element.outerHTML.slice(0, 90)] : []
        }),
      )
    expect(small).toEqual([])
  })
}
