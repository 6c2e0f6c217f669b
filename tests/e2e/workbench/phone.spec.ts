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

test('everything that is pressed is at least 24 pixels, and 44 where fingers press', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Collaborator' }).tap()
  await expect(page.locator('.product')).toBeVisible()
  const small = await page
    .locator('.top a, .bar button, .bar a, .frame-bar button')
    .evaluateAll(all =>
      all.flatMap(element => {
        const { width, height } = element.getBoundingClientRect()
        const isShown = element.checkVisibility() && !element.matches('.skip')
        return isShown && Math.min(width, height) < 44 ? [element.outerHTML.slice(0, 90)] : []
      }),
    )
  expect(small).toEqual([])
})
