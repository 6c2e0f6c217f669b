import type { Page } from '@playwright/test'
import { controls, expect, test } from '../../fixtures.ts'
import { DOCUMENTS } from '../../products.ts'

test.use({ product: DOCUMENTS })

const COLLABORATION = ['documents.view', 'documents.edit', 'documents.comment']

test('a member sees their own documents and a shared one, but no others', async ({
  page,
  openAs,
}) => {
  await openAs('member', 'documents')
  expect(await records(page, 'Documents')).toEqual(['d2', 'd3', 'd5'])
  expect(await records(page, 'Folders')).toEqual(['f2'])
})

test('a member may only comment on a shared document, and is told why', async ({
  page,
  openAs,
}) => {
  await openAs('member', 'documents/d3')
  for (const permission of [
    'documents.edit',
    'documents.delete',
    'documents.send',
    'documents.invite-collaborators',
  ]) {
    const control = page.locator(`.document [data-permission="${permission}"]`)
    await expect(control).toHaveAttribute('data-outcome', 'disable')
    await expect(control).toHaveAttribute('aria-disabled', 'true')
    await expect(control).toHaveAccessibleDescription(/You can only do this with what you own/)
  }
  await expect(page.getByLabel('Comment')).toBeEditable()

  await page.getByRole('button', { name: 'Delete', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('relation')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('a collaborator sees what is shared, and edits only with an edit right', async ({
  page,
  openAs,
}) => {
  await openAs('collaborator', 'documents/d1')
  expect(await records(page, 'Documents')).toEqual(['d1', 'd6'])
  expect(await records(page, 'Folders')).toEqual(['f1'])
  const found = await controls(page)
  expect([...found.keys()].filter(name => !name.startsWith('document-folders'))).toEqual(
    expect.arrayContaining(COLLABORATION),
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

test('what a person may see changes with their workspace', async ({ page, openAs }) => {
  await openAs('manager', 'documents')
  expect(await records(page, 'Documents')).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd6'])
  await page.getByRole('button', { name: /Workspace/ }).click()
  await page.getByRole('option', { name: 'Legal' }).click()
  await expect(page.locator('[data-open-record="d7"]')).toBeVisible()
  expect(await records(page, 'Documents')).toEqual(['d7', 'd8', 'd9'])
})

test('sending and deleting happen only after confirmation', async ({ page, openAs }) => {
  await openAs('manager', 'documents/d1')
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

test('only the assigned approver may approve a document', async ({ page, openAs }) => {
  await openAs('manager', 'documents/d2')
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible()
  await openAs('admin', 'documents/d2')
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
})

test('only people with the right may publish a form, after confirmation', async ({
  page,
  openAs,
}) => {
  await openAs('admin', 'forms')
  await page.getByRole('button', { name: 'Publish How did we do?' }).click()
  const ask = page.getByRole('alertdialog')
  await expect(ask).toContainText('Publish this form?')
  await ask.getByRole('button', { name: 'Publish' }).click()
  await expect(page.locator('[data-record="q2"]')).toContainText('Live')

  await openAs('member', 'forms')
  await expect(page.locator('[data-permission="forms.publish"]')).toHaveCount(0)
})

test('a Read-only licence offers upgrades for what the role would allow', async ({
  page,
  openAs,
}) => {
  await openAs('manager', 'documents/d1', { package: 'read-only' })
  const found = await controls(page)
  expect(found.get('documents.view')).toEqual(new Set(['show']))
  for (const permission of ['documents.edit', 'documents.delete', 'documents.create-blank']) {
    expect([permission, ...(found.get(permission) ?? [])]).toEqual([permission, 'upsell'])
  }
})

/** The ids of the records in the list with that title. */
async function records(page: Page, title: string): Promise<string[]> {
  const group = page.locator('.document-group', {
    has: page.getByRole('heading', { name: title, exact: true }),
  })
  return group
    .locator('[data-record]')
    .evaluateAll(rows => rows.map(row => row.getAttribute('data-record') ?? '').sort())
}
