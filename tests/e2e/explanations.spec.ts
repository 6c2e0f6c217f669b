import type { Page } from '@playwright/test'
import { expect, test, tryToBreak } from './fixtures.ts'

test('the reason of a disabled control can be reached and read by keyboard alone', async ({
  page,
  openAs,
}) => {
  await openAs('sales-admin', 'reports')
  await tryToBreak(page, 'Let ten minutes pass')
  const exports = page.getByRole('button', { name: 'Export' })
  await expect(exports).toHaveAttribute('aria-disabled', 'true')
  await expect(exports).toHaveAccessibleDescription(/The rights have expired/)

  await tabTo(page, 'reports.export')
  await page.keyboard.press('Enter')
  const reason = page.getByRole('dialog')
  await expect(reason).toContainText('Export reports')
  await expect(reason).toContainText('expired')
  await expect(reason).toContainText('disable')
  await page.keyboard.press('Escape')
  await expect(reason).toHaveCount(0)
  await expect(exports).toBeFocused()
})

test('an upgrade offer says what is missing, by keyboard alone', async ({ page, openAs }) => {
  await openAs('marketing-admin', 'admin-settings', { package: 'included' })
  await tabTo(page, 'workspaces.manage')
  const add = page.getByRole('button', { name: 'Add a workspace' })
  await expect(add).toHaveAccessibleDescription(/the package does not include it/)
  await page.keyboard.press('Enter')
  const reason = page.getByRole('dialog')
  await expect(reason).toContainText('Manage Workspaces (Create, Edit, Delete)')
  await expect(reason).toContainText('not-entitled')
  await expect(reason).toContainText('upsell')
  await expect(reason).toContainText('Comes with Dynamic Chat Prime')
  await expect(reason.getByRole('link', { name: 'Preview it on Dynamic Chat Prime' })).toBeVisible()
})

test('inspect mode lists what is hidden in the section, and which roles give it', async ({
  page,
  openAs,
}) => {
  await openAs('live-agent', 'reports')
  await expect(page.getByText('Hidden in this section')).toHaveCount(0)
  await page.getByRole('button', { name: 'Inspect' }).click()
  const hidden = page.locator('[data-hidden-permission]')
  await expect(hidden).toHaveCount(1)
  await expect(hidden).toContainText('Export reports')
  await expect(hidden).toContainText('not-granted')
  await expect(hidden).toContainText('Given by Marketing Admin, Sales Admin')

  const navigation = page.getByRole('navigation', { name: 'Sections' })
  await expect(navigation.getByRole('link', { name: 'Knowledge base hidden' })).toBeVisible()
  await page
    .getByRole('button', { name: 'Why? View Live Chat reports' })
    .or(page.getByRole('button', { name: 'reports.view-live-chat' }))
    .first()
    .click()
  await expect(page.getByRole('dialog')).toContainText('granted')
})

/** Presses Tab until a control of `permission` has the focus. */
async function tabTo(page: Page, permission: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() =>
      document.activeElement?.getAttribute('data-permission'),
    )
    if (focused === permission) return
  }
  throw new Error(`Tab does not reach a control of ${permission}`)
}
