import { expect, openAreas, test } from '../../fixtures.ts'
import { SUPPORT } from '../../products.ts'
import { readTable } from '../../tables.ts'

test.use({ product: SUPPORT })

test('only the owner edits the manager role, and nobody edits the owner’s', async ({
  page,
  openAs,
}) => {
  await openAs('manager', 'roles/manager')
  await expect(page.locator('[data-role="manager"]')).toHaveAttribute('data-editable', 'false')
  await expect(page.locator('.product').getByRole('radio')).toHaveCount(0)
  await openAs('owner', 'roles/manager')
  await expect(page.locator('[data-role="manager"]')).toHaveAttribute('data-editable', 'true')
  await openAs('owner', 'roles/owner')
  await expect(page.locator('[data-role="owner"]')).toHaveAttribute('data-editable', 'false')
})

for (const role of ['Manager', 'Admin', 'Staff', 'Analyst', 'Agent']) {
  test(`the role editor offers for ${role} what the table says, cell by cell`, async ({
    page,
    openAs,
  }) => {
    await openAs('owner', `roles/${role.toLowerCase()}`)
    await openAreas(page)
    const offered = await page.locator('[data-value-of]').evaluateAll(rows =>
      rows.map(row => {
        const choices = [...row.querySelectorAll('[data-value]')].map(choice => choice.textContent)
        const value = row.querySelector('[data-selected], .value-fixed')?.textContent
        return [row.querySelector('.value-label')?.textContent, value, ...choices].join(' | ')
      }),
    )
    expect(offered).toEqual(
      roleColumn(role).map(({ capability, value, choices }) =>
        [capability, value, ...choices].join(' | '),
      ),
    )
  })
}

test('the role menu offers only the roles that may be assigned', async ({ page, openAs }) => {
  await openAs('manager', 'operators')
  for (const person of ['owner', 'manager']) {
    await expect(page.locator(`[data-teammate="${person}"]`).getByRole('button')).toHaveCount(0)
  }
  await page.getByRole('button', { name: /Role of Staff/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Admin', 'Staff', 'Analyst', 'Agent'])
  await openAs('owner', 'operators')
  await page.getByRole('button', { name: /Role of Staff/ }).click()
  await expect(page.getByRole('option')).toHaveText([
    'Manager',
    'Admin',
    'Staff',
    'Analyst',
    'Agent',
  ])
})

test('settings can be seen at READ and changed at WRITE', async ({ page, openAs }) => {
  await openAs('staff', 'settings')
  await expect(page.getByRole('heading', { name: 'Chat settings' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit Chat settings' })).toHaveCount(0)
  await openAs('admin', 'settings')
  await expect(page.getByRole('button', { name: 'Edit Chat settings' })).toBeVisible()
})

/** A column of the published table: the value a role has, and the values it may be given. */
function roleColumn(role: string): { capability: string; value: string; choices: string[] }[] {
  return readTable('userlike.tsv').map(line => {
    const cell = (line[role] ?? '').toLowerCase()
    const [value = '', ...others] = cell.match(/off|read|write|on/g) ?? []
    const all = ['off', 'read', 'write', 'on'].filter(level => [value, ...others].includes(level))
    const capability = line['capability'] ?? ''
    return { capability, value, choices: others.length > 0 ? all : [] }
  })
}
