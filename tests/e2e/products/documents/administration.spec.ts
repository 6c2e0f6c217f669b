import type { Page } from '@playwright/test'
import { expect, openAreas, test } from '../../fixtures.ts'
import { DOCUMENTS } from '../../products.ts'

test.use({ product: DOCUMENTS })

test('the role menu offers only the roles that may be assigned', async ({ page, openAs }) => {
  await openAs('admin', 'team', { package: 'enterprise' })
  await expect(page.locator('[data-teammate="owner"]')).toContainText('Account owner')
  await expect(page.locator('[data-teammate="owner"]').getByRole('button')).toHaveCount(1)
  await page.getByRole('button', { name: /Role of Member/ }).click()
  await expect(page.getByRole('option')).toHaveText([
    'Admin',
    'Manager',
    'Member',
    'Collaborator',
    'Contract reviewer',
  ])
  await page.getByRole('option', { name: 'Manager' }).click()
  await expect(page.locator('[data-teammate="member"]')).toContainText('Manager')

  await openAs('admin', 'team')
  await page.getByRole('button', { name: /Role of Member/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Admin', 'Manager', 'Member', 'Collaborator'])
})

test('a person who may add people but not change roles can add only Members', async ({
  page,
  openAs,
}) => {
  await openAs('manager', 'team')
  await expect(page.getByRole('button', { name: /Role of/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Role/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Member'])
})

test('the role editor offers a custom role every value except the reserved ones', async ({
  page,
  openAs,
}) => {
  await openAs('owner', 'roles/contract-reviewer', { package: 'enterprise' })
  await openAreas(page)
  expect(await choicesOf(page, 'documents.delete-others')).toEqual(['off', 'on'])
  expect(await choicesOf(page, 'users.edit-role')).toEqual(['off', 'on'])
  expect(await choicesOf(page, 'billing.view')).toEqual([])
  expect(await choicesOf(page, 'api-keys.own')).toEqual([])

  const save = page.locator('.role-editor header').getByRole('button', { name: 'Save' })
  await expect(save).toBeDisabled()
  await page
    .locator('[data-value-of="documents.delete-others"]')
    .getByText('on', { exact: true })
    .click()
  await expect(save).toBeEnabled()
})

test('the product’s own roles are fixed, and a new role starts with no rights', async ({
  page,
  openAs,
}) => {
  await openAs('owner', 'roles/admin', { package: 'enterprise' })
  await expect(page.locator('[data-role="admin"]')).toHaveAttribute('data-editable', 'false')
  await expect(page.locator('.product').getByRole('radio')).toHaveCount(0)

  await page.getByRole('button', { name: 'New role' }).click()
  await page.getByLabel('Name').fill('Apprentice')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name: 'Apprentice' })).toBeVisible()
  await openAreas(page)
  await expect(page.locator('[data-value="on"][data-selected]')).toHaveCount(0)
  expect(await choicesOf(page, 'documents.create')).toEqual(['off', 'on'])
  expect(await choicesOf(page, 'ownership.transfer')).toEqual([])
})

test('a plan without custom roles has none, and nobody can make one', async ({ page, openAs }) => {
  await openAs('owner', 'roles')
  const names = page.getByRole('navigation', { name: /Roles/ }).getByRole('link')
  await expect(names).toHaveCount(5)
  await expect(names.filter({ hasText: 'Contract reviewer' })).toHaveCount(0)
  await expect(page.locator('[data-permission="custom-roles.manage"]')).toHaveAttribute(
    'data-outcome',
    'upsell',
  )
  await expect(page.locator('.product').getByRole('radio')).toHaveCount(0)
})

/** The values offered for a permission of the open role. */
async function choicesOf(page: Page, permission: string): Promise<string[]> {
  return page.locator(`[data-value-of="${permission}"] [data-value]`).allTextContents()
}
