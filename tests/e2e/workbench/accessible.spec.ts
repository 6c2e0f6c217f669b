import type { Page } from '@playwright/test'
import { expectAccessible, expectNoOverflow } from '../accessibility.ts'
import { expect, lookAt, test } from '../fixtures.ts'

const MEMBER = {
  product: 'pandadoc',
  subject: 'member',
  workspace: 'sales',
  roles: ['member'],
  entitlements: ['plan-business', 'licence-standard'],
}

/**
 * Views, and what lies over one, by name: its address, and how it comes about there. Those of data have
 * tests of their own, in `views/`.
 */
const VIEWS: Readonly<Record<string, readonly [string, ((page: Page) => Promise<void>)?]>> = {
  start: ['/'],
  look: [lookAt(MEMBER)],
  inspect: [lookAt({ ...MEMBER, inspect: 'on' })],
  'two people': [`${lookAt(MEMBER)}&beside=role%3Dmanager`],
  snapshot: ['/#/snapshot', example],
  'an address that does not fit': [lookAt({ ...MEMBER, roles: ['mangaer'] })],
}

for (const [name, [address, prepare]] of Object.entries(VIEWS)) {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [820, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const) {
    test.describe(`${width} pixels, ${colorScheme}`, () => {
      test.use({
        colorScheme,
        viewport: { width, height: 900 },
        contextOptions: { reducedMotion: 'reduce' },
      })

      test(`${name} is accessible`, async ({ page }) => {
        await page.goto(address)
        await expect(page.locator('h1').first()).toBeAttached()
        await prepare?.(page)
        await expectAccessible(page)
      })
    })
  }

  test(`${name} needs no more than 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(address)
    await expect(page.locator('h1').first()).toBeAttached()
    await prepare?.(page)
    await expectNoOverflow(page)
  })
}

test('the focus stays on the page after a choice whose control is gone', async ({ page }) => {
  await page.goto(lookAt({ ...MEMBER, roles: ['mangaer'] }))
  await page.getByRole('link', { name: 'Use manager' }).press('Enter')
  await expect(page.locator('.product')).toBeVisible()
  await expect(page.locator('#main')).toBeFocused()
})

test('one sentence, politely, says what changed', async ({ page }) => {
  await page.goto(lookAt(MEMBER))
  await expect(page.locator('.product')).toBeVisible()
  await page.getByRole('button', { name: /Licence/ }).click()
  await page.getByRole('option', { name: 'Read-Only licence' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'shown differently' })).toHaveText(
    /^Seen as Member\. \d+ of 132 permissions are shown differently\.$/,
  )
})

test('the colours follow the system, also while the page is open, until some are chosen', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(lookAt(MEMBER))
  await expect(page.locator('.product')).toBeVisible()
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await ground()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.getByRole('button', { name: 'Light colours' }).click()
  expect(await ground()).toBe(light)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ground()).toBe(light)
})

test('no label of the bar is wider than its field', async ({ page }) => {
  await page.goto(lookAt({ ...MEMBER, workspace: 'w1' }))
  await expect(page.locator('.product')).toBeVisible()
  const wider = await page.locator('.bar .select-label').evaluateAll(labels =>
    labels.flatMap(label => {
      const field = label.closest('.select-field, .choice-button')
      const isWider =
        label.getBoundingClientRect().right > (field?.getBoundingClientRect().right ?? 0)
      return isWider ? [label.textContent] : []
    }),
  )
  expect(wider).toEqual([])
})

test('forced colours tell chosen values from others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(
    lookAt({
      product: 'userlike',
      subject: 'owner',
      roles: ['owner'],
      entitlements: ['flex'],
      section: 'roles',
      item: 'staff',
    }),
  )
  const value = page.locator('[data-value-of="analytics"] [data-value]')
  await expect(value).toHaveCount(3)
  const colours = await value.evaluateAll(choices =>
    choices.map(
      choice =>
        [choice.hasAttribute('data-selected'), getComputedStyle(choice).backgroundColor] as const,
    ),
  )
  const chosen = colours.filter(([isChosen]) => isChosen).map(([, colour]) => colour)
  const others = colours.filter(([isChosen]) => !isChosen).map(([, colour]) => colour)
  expect(chosen).toHaveLength(1)
  expect(others).not.toContain(chosen[0])
})

async function example(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fill in an example' }).click()
  await expect(page.locator('[data-result="passed"]')).toHaveCount(10)
}
