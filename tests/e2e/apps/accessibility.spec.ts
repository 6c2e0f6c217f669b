import { expectAccessible, expectNoOverflow } from '../accessibility.ts'
import { expect, test } from '../fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const app of ['chat', 'documents']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`the ${app} app, ${colorScheme} colours`, () => {
      test.use({ colorScheme })

      test('its sign-in, its menu, what it tells and its people are accessible', async ({
        page,
      }) => {
        test.slow()
        for (const [person, width] of [1440, 390, 320].entries()) {
          await page.setViewportSize({ width, height: 860 })
          await page.goto(`/${app}.html`)
          await expect(page.locator('.sign-in')).toBeVisible()
          await expectAccessible(page)
          await expectNoOverflow(page)
          await page.locator('.person').nth(person).click()
          await expect(page.locator('.product')).toBeVisible()
          const account = page.getByRole('button', { name: /^Your account/ })
          await account.click()
          await expect(page.getByRole('menu')).toBeVisible()
          await expectAccessible(page)
          await page.getByRole('menuitem', { name: 'People and plans' }).click()
          await expect(page.getByRole('dialog')).toBeVisible()
          await expectAccessible(page)
          await page
            .getByRole('button', { name: /Role of/ })
            .first()
            .click()
          await page.getByRole('option').last().click()
          await page.getByRole('button', { name: 'Close' }).click()
          await expect(page.locator('.notice')).toBeVisible()
          await expectAccessible(page)
          await expectNoOverflow(page)
          await account.click()
          await page.getByRole('menuitem', { name: 'Sign out' }).click()
          await expect(page.locator('.sign-in')).toBeVisible()
        }
      })
    })
  }
}
