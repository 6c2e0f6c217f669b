import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { testSections } from './axe.ts'
import { address, expect, open, openAreas, test } from './page.ts'

test('staff work with what is theirs and their groups’', async ({ page }) => {
  await open(page, screen('staff', 'conversations'))
  expect(await groups(page)).toEqual({
    mine: ['c1 write'],
    'unassigned-own': ['c2 write'],
    'assigned-own': ['c3 write'],
  })
})

test('an analyst reads everything in the organization and writes nothing', async ({ page }) => {
  await open(page, screen('analyst', 'conversations/c2'))
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

test('an analyst holds Export and can export nothing, and is told what it needs', async ({
  page,
}) => {
  await open(page, screen('analyst', 'conversations/c2'))
  const exports = page.getByRole('button', { name: 'Export' })
  await expect(exports).toHaveAttribute('aria-disabled', 'true')
  await expect(exports).toHaveAccessibleDescription(/not the right it builds on/)
  await exports.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Needs “Access to a conversation” at write')
})

test('an agent answers in their groups and deletes nothing', async ({ page }) => {
  await open(page, screen('agent', 'conversations/c3'))
  expect(await groups(page)).toEqual({
    mine: ['c3 write'],
    'unassigned-own': ['c2 write'],
    'assigned-own': ['c1 write'],
  })
  await expect(page.getByLabel('Answer')).toBeEditable()
  await expect(page.locator('[data-permission="conversations.delete"]')).toHaveCount(0)
})

test('a manager sees other groups too, and no other organization', async ({ page }) => {
  await open(page, screen('manager', 'conversations'))
  expect(await groups(page)).toEqual({
    mine: ['c5 write'],
    'unassigned-own': ['c4 write'],
    'unassigned-others': ['c2 write'],
    'assigned-others': ['c1 write', 'c3 write'],
  })
})

test('a conversation handed over moves, and the rights with it', async ({ page }) => {
  await open(page, screen('staff', 'conversations/c2'))
  await page.getByRole('button', { name: 'Reassign' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Staff', exact: true }).click()
  await expect
    .poll(() => groups(page))
    .toEqual({
      mine: ['c1 write', 'c2 write'],
      'assigned-own': ['c3 write'],
    })
})

test('only the owner edits the manager role, and nobody the owner’s', async ({ page }) => {
  await open(page, screen('manager', 'roles/manager'))
  await expect(page.locator('[data-role="manager"]')).toHaveAttribute('data-editable', 'false')
  await expect(page.getByRole('radio')).toHaveCount(0)
  await open(page, screen('owner', 'roles/manager'))
  await expect(page.locator('[data-role="manager"]')).toHaveAttribute('data-editable', 'true')
  await open(page, screen('owner', 'roles/owner'))
  await expect(page.locator('[data-role="owner"]')).toHaveAttribute('data-editable', 'false')
})

for (const role of ['Manager', 'Admin', 'Staff', 'Analyst', 'Agent']) {
  test(`the role editor offers for ${role} what the table says, cell by cell`, async ({ page }) => {
    await open(page, screen('owner', `roles/${role.toLowerCase()}`))
    await openAreas(page)
    const offered = await page.locator('[data-value-of]').evaluateAll(rows =>
      rows.map(row => {
        const choices = [...row.querySelectorAll('[data-value]')].map(one => one.textContent)
        const now = row.querySelector('[data-selected], .value-fixed')?.textContent
        return [row.querySelector('.value-label')?.textContent, now, ...choices].join(' | ')
      }),
    )
    expect(offered).toEqual(
      table(role).map(({ capability, now, choices }) => [capability, now, ...choices].join(' | ')),
    )
  })
}

test('the role menu offers only the roles that may be handed out', async ({ page }) => {
  await open(page, screen('manager', 'operators'))
  for (const person of ['owner', 'manager']) {
    await expect(page.locator(`[data-teammate="${person}"]`).getByRole('button')).toHaveCount(0)
  }
  await page.getByRole('button', { name: /Role of Staff/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Admin', 'Staff', 'Analyst', 'Agent'])
  await open(page, screen('owner', 'operators'))
  await page.getByRole('button', { name: /Role of Staff/ }).click()
  await expect(page.getByRole('option')).toHaveText([
    'Manager',
    'Admin',
    'Staff',
    'Analyst',
    'Agent',
  ])
})

test('with a level at READ settings are seen, at WRITE they can be changed', async ({ page }) => {
  await open(page, screen('staff', 'settings'))
  await expect(page.getByRole('heading', { name: 'Chat settings' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit Chat settings' })).toHaveCount(0)
  await open(page, screen('admin', 'settings'))
  await expect(page.getByRole('button', { name: 'Edit Chat settings' })).toBeVisible()
})

testSections(
  ['conversations', 'contacts', 'operators', 'roles', 'settings'].map(section =>
    screen('manager', section),
  ),
)

function screen(person: string, section: string): string {
  return address(person, 'flex', section, 'userlike')
}

/** The conversations in sight by group, each with the level of access. */
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

/** A column of the source's table: what a role holds, and what may be chosen instead. */
function table(role: string): { capability: string; now: string; choices: string[] }[] {
  const file = new URL('../models/userlike.tsv', import.meta.url)
  const [head = [], ...lines] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  const at = head.indexOf(role)
  return lines.map(cells => {
    const [, , capability = ''] = cells
    const [now = '', ...others] = (cells[at] ?? '').toLowerCase().match(/off|read|write|on/g) ?? []
    const all = ['off', 'read', 'write', 'on'].filter(value => [now, ...others].includes(value))
    return { capability, now, choices: others.length > 0 ? all : [] }
  })
}
