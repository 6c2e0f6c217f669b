import type { Page } from '@playwright/test'
import { testSections } from './axe.ts'
import { address, controls, expect, open, openAreas, test, tryToBreak } from './page.ts'

const NOTHING_BUT_COLLABORATION = ['documents.view', 'documents.edit', 'documents.comment']

test('a member sees their own documents and a shared one, and no other', async ({ page }) => {
  await open(page, screen('member', 'business', 'documents'))
  expect(await records(page, 'Documents')).toEqual(['d2', 'd3', 'd5'])
  expect(await records(page, 'Folders')).toEqual(['f2'])
})

test('on a shared document a member may comment, and is told why no more', async ({ page }) => {
  await open(page, screen('member', 'business', 'documents/d3'))
  for (const permission of [
    'documents.edit',
    'documents.delete',
    'documents.send',
    'documents.invite-collaborators',
  ]) {
    const control = page.locator(`.document [data-permission="${permission}"]`)
    await expect(control).toHaveAttribute('data-outcome', 'disable')
    await expect(control).toHaveAttribute('aria-disabled', 'true')
    await expect(control).toHaveAccessibleDescription(
      'The roles give it on other records, not on this one.',
    )
  }
  await expect(page.getByLabel('Comment')).toBeEditable()

  await page.getByRole('button', { name: 'Delete', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('relation')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('a collaborator sees what is shared and edits with an edit right only', async ({ page }) => {
  await open(page, screen('collaborator', 'business', 'documents/d1'))
  expect(await records(page, 'Documents')).toEqual(['d1', 'd6'])
  expect(await records(page, 'Folders')).toEqual(['f1'])
  const found = await controls(page)
  expect([...found.keys()].filter(name => !name.startsWith('document-folders'))).toEqual(
    expect.arrayContaining(NOTHING_BUT_COLLABORATION),
  )
  expect(found.get('documents.edit')).toEqual(new Set(['show']))
  expect(found.has('documents.create-blank')).toBe(false)

  await page.getByRole('link', { name: /Secrecy agreement/ }).click()
  await expect(page.locator('[data-open-record="d6"]')).toBeVisible()
  await expect(page.locator('[data-permission="documents.edit"]')).toHaveAttribute(
    'data-outcome',
    'disable',
  )
})

test('two workspaces, two roles: what is in reach changes with the workspace', async ({ page }) => {
  await open(page, screen('manager', 'business', 'documents'))
  expect(await records(page, 'Documents')).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd6'])
  await expect(page.getByRole('link', { name: 'Team' })).toBeVisible()

  await page.getByRole('button', { name: /Workspace/ }).click()
  await page.getByRole('option', { name: 'Legal' }).click()
  await expect(page.locator('[data-open-record="d8"]')).toBeVisible()
  expect(await records(page, 'Documents')).toEqual(['d8', 'd9'])
  await expect(page.getByRole('link', { name: 'Team' })).toHaveCount(0)
})

test('sending and deleting ask first, and happen only when confirmed', async ({ page }) => {
  await open(page, screen('manager', 'business', 'documents/d1'))
  const row = page.locator('[data-record="d1"]')
  await page.locator('.document').getByRole('button', { name: 'Send' }).click()
  const ask = page.getByRole('alertdialog')
  await expect(ask).toContainText('Send this document?')
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await expect(row).toContainText('Draft')

  await page.locator('.document').getByRole('button', { name: 'Send' }).click()
  await ask.getByRole('button', { name: 'Send' }).click()
  await expect(row).toContainText('Sent')

  await page.locator('.document').getByRole('button', { name: 'Delete' }).click()
  await expect(ask).toContainText('Delete this document?')
  await ask.getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
})

test('approving is for the approver whose turn it is', async ({ page }) => {
  await open(page, screen('manager', 'business', 'documents/d2'))
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible()
  await open(page, screen('admin', 'business', 'documents/d2'))
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
})

test('publishing a form is for those who may, and asks first', async ({ page }) => {
  await open(page, screen('admin', 'business', 'forms'))
  await page.getByRole('button', { name: 'Publish How did we do?' }).click()
  const ask = page.getByRole('alertdialog')
  await expect(ask).toContainText('Publish this form?')
  await ask.getByRole('button', { name: 'Publish' }).click()
  await expect(page.locator('[data-record="q2"]')).toContainText('Live')

  await open(page, screen('member', 'business', 'forms'))
  await expect(page.locator('[data-permission="forms.publish"]')).toHaveCount(0)
})

test('a Read-only licence offers what the role would allow, and does nothing', async ({ page }) => {
  await open(page, screen('manager', 'read-only', 'documents/d1'))
  const found = await controls(page)
  expect(found.get('documents.view')).toEqual(new Set(['show']))
  for (const permission of ['documents.edit', 'documents.delete', 'documents.create-blank']) {
    expect([permission, ...(found.get(permission) ?? [])]).toEqual([permission, 'upsell'])
  }
})

test('the role menu offers only the roles that may be handed out', async ({ page }) => {
  await open(page, screen('admin', 'enterprise', 'team'))
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

  await open(page, screen('admin', 'business', 'team'))
  await page.getByRole('button', { name: /Role of Member/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Admin', 'Manager', 'Member', 'Collaborator'])
})

test('who adds people and changes no roles hands out Member to somebody new only', async ({
  page,
}) => {
  await open(page, screen('manager', 'business', 'team'))
  await expect(page.getByRole('button', { name: /Role of/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Role/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Member'])
})

test('the role editor offers what a custom role may hold, and nothing that is reserved', async ({
  page,
}) => {
  await open(page, screen('owner', 'enterprise', 'roles/contract-reviewer'))
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

test('the roles of the product are fixed, and a new one starts with nothing', async ({ page }) => {
  await open(page, screen('owner', 'enterprise', 'roles/admin'))
  await expect(page.locator('[data-role="admin"]')).toHaveAttribute('data-editable', 'false')
  await expect(page.getByRole('radio')).toHaveCount(0)

  await page.getByRole('button', { name: 'New role' }).click()
  await page.getByLabel('Name').fill('Apprentice')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name: 'Apprentice' })).toBeVisible()
  await openAreas(page)
  await expect(page.locator('[data-value="on"][data-selected]')).toHaveCount(0)
  expect(await choicesOf(page, 'documents.create')).toEqual(['off', 'on'])
  expect(await choicesOf(page, 'ownership.transfer')).toEqual([])
})

test('without the plan for custom roles there are none, and nobody makes one', async ({ page }) => {
  await open(page, screen('owner', 'business', 'roles'))
  const names = page.getByRole('navigation', { name: 'Roles' }).getByRole('link')
  await expect(names).toHaveCount(5)
  await expect(names.filter({ hasText: 'Contract reviewer' })).toHaveCount(0)
  await expect(page.locator('[data-permission="custom-roles.manage"]')).toHaveAttribute(
    'data-outcome',
    'upsell',
  )
  await expect(page.getByRole('radio')).toHaveCount(0)
})

test('inspecting names the documents kept from the person, and why', async ({ page }) => {
  await open(page, screen('member', 'business', 'documents'))
  await page.getByRole('button', { name: 'Inspect' }).click()
  const hidden = page.locator('[data-hidden-record]')
  await expect(hidden.filter({ hasText: 'Price list' })).toContainText('relation')
})

test('once time is out no document is shown any more', async ({ page }) => {
  await open(page, screen('manager', 'business', 'documents/d1'))
  await tryToBreak(page, 'Let ten minutes pass')
  await expect(page.getByRole('alert')).toContainText('The rights have run out')
  await expect(page.locator('[data-record]')).toHaveCount(0)
  await expect(page.locator('[data-open-record]')).toHaveCount(0)
})

testSections(
  ['documents', 'templates', 'forms', 'team', 'roles', 'workspace', 'account'].map(section =>
    screen('owner', 'enterprise', section),
  ),
)

function screen(person: string, pack: string, section: string): string {
  return address(person, pack, section, 'pandadoc')
}

/** The ids of the records in the list of that name. */
async function records(page: Page, title: string): Promise<string[]> {
  const group = page.locator('.document-group', {
    has: page.getByRole('heading', { name: title, exact: true }),
  })
  return group
    .locator('[data-record]')
    .evaluateAll(rows => rows.map(row => row.getAttribute('data-record') ?? '').sort())
}

/** The values offered for a permission in the role that is open. */
async function choicesOf(page: Page, permission: string): Promise<string[]> {
  return page.locator(`[data-value-of="${permission}"] [data-value]`).allTextContents()
}
