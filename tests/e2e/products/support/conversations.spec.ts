import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures.ts'
import { SUPPORT } from '../../products.ts'

test.use({ product: SUPPORT })

test('staff work with their own conversations and those of their groups', async ({
  page,
  openAs,
}) => {
  await openAs('staff', 'conversations')
  expect(await groups(page)).toEqual({
    mine: ['c1 write'],
    'unassigned-own': ['c2 write'],
    'assigned-own': ['c3 write'],
  })
})

test('an analyst reads everything in the organization and writes nothing', async ({
  page,
  openAs,
}) => {
  await openAs('analyst', 'conversations/c2')
  expect(await groups(page)).toEqual({
    'unassigned-own': ['c2 read'],
    'assigned-own': ['c1 read', 'c3 read'],
    'unassigned-others': ['c4 read'],
    'assigned-others': ['c5 read'],
  })
  await expect(page.getByLabel('Answer')).toHaveCount(0)
  await expect(page.locator('[data-permission="conversation.reply"]')).toHaveAttribute(
    'data-outcome',
    'disable',
  )
})

test('an analyst has the right to export but not what it requires, and is told so', async ({
  page,
  openAs,
}) => {
  await openAs('analyst', 'conversations/c2')
  const exports = page.getByRole('button', { name: 'Export' })
  await expect(exports).toHaveAttribute('aria-disabled', 'true')
  await expect(exports).toHaveAccessibleDescription(/This also requires/)
  await exports.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('prerequisite')
})

test('an agent answers in their groups and deletes nothing', async ({ page, openAs }) => {
  await openAs('agent', 'conversations/c3')
  expect(await groups(page)).toEqual({
    mine: ['c3 write'],
    'unassigned-own': ['c2 write'],
    'assigned-own': ['c1 write'],
  })
  await expect(page.getByLabel('Answer')).toBeEditable()
  await expect(page.locator('[data-permission="conversations.delete"]')).toHaveCount(0)
})

test('a manager sees other groups too, but no other organization', async ({ page, openAs }) => {
  await openAs('manager', 'conversations')
  expect(await groups(page)).toEqual({
    mine: ['c5 write'],
    'unassigned-own': ['c4 write'],
    'unassigned-others': ['c2 write'],
    'assigned-others': ['c1 write', 'c3 write'],
  })
})

test('a reassigned conversation moves to its new group', async ({ page, openAs }) => {
  await openAs('staff', 'conversations/c2')
  await page.getByRole('button', { name: 'Reassign' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Staff', exact: true }).click()
  await expect
    .poll(() => groups(page))
    .toEqual({
      mine: ['c1 write', 'c2 write'],
      'assigned-own': ['c3 write'],
    })
})

/** The visible conversations by group, each with the level of access. */
async function groups(page: Page): Promise<Record<string, string[]>> {
  const found = await page
    .locator('[data-group]')
    .evaluateAll(sections =>
      sections.map(section => [
        section.getAttribute('data-group') ?? '',
        [...section.querySelectorAll('[data-record]')]
          .map(row => `${row.getAttribute('data-record')} ${row.getAttribute('data-level')}`)
          .sort(),
      ]),
    )
  return Object.fromEntries(found) as Record<string, string[]>
}
