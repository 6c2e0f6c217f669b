import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { catalogText } from '../catalogs.ts'
import { expect, lookAt, test } from '../fixtures.ts'
import { CATALOGS } from './scenarios.ts'

const root = new URL('../../../', import.meta.url)
const command = process.env['ROLEGATE'] ?? fileURLToPath(new URL('target/debug/rolegate', root))

for (const id of CATALOGS) {
  test(`the open cells of ${id} are those that the command lists`, async ({ page }) => {
    const file = fileURLToPath(new URL(`catalogs/${id}.json`, root))
    const listed = execFileSync(command, ['catalog', 'unknowns', file], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
    await page.goto(lookAt({ product: id }, 'catalog'))
    await expect(page.locator('[data-problems="0"]')).toBeVisible()
    const shown = await page.locator('[data-open-permission]').evaluateAll(rows =>
      rows.flatMap(row => {
        const permission = row.getAttribute('data-open-permission')
        const roles = [...row.querySelectorAll('[data-role]')]
        return roles.map(role => `${role.getAttribute('data-role')}\t${permission}`)
      }),
    )
    expect(shown.sort()).toEqual(listed.sort())
  })
}

test('roles that nobody may assign are listed', async ({ page }) => {
  await page.goto(lookAt({ product: 'userlike' }, 'catalog'))
  await expect(page.locator('[data-unassigned="owner"]')).toContainText('Owner')
  await page.goto(lookAt({ product: 'puzzel' }, 'catalog'))
  await expect(page.getByText('The catalog does not say who may assign roles')).toBeVisible()
})

test.describe('a broken catalog', () => {
  const file = JSON.parse(catalogText('userlike')) as {
    roles: { values: Record<string, string>; editable_by?: unknown }[]
  }
  Object.assign(file.roles[0]?.values ?? {}, { nope: 'on' })
  Object.assign(file.roles[1]?.values ?? {}, { analytics: 'maybe' })
  Object.assign(file.roles[2] ?? {}, { editable_by: { role: 'bossy' } })
  const text = JSON.stringify(file)

  for (const { where, view, title } of [
    { where: 'at the start, in Dutch', view: '?lang=nl', title: 'problemen' },
    { where: 'in Catalog', view: 'catalog', title: 'problems' },
  ]) {
    test(`is told every problem at once, as the command does, ${where}`, async ({ page }) => {
      const { stdout } = spawnSync(command, ['catalog', 'check', '-'], {
        input: text,
        encoding: 'utf8',
      })
      const told = stdout.split('\n').filter(Boolean)
      expect(told.length).toBeGreaterThan(2)
      await page.goto(`/#/${view}`)
      await page.locator('input[type=file]').setInputFiles({
        name: 'broken.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
      await expect(page.getByText(`${told.length} ${title}`)).toBeVisible()
      const listed = await page.locator('.problem-list > div').evaluateAll(problems =>
        problems.map(problem => {
          const [place, message] = [...problem.children].map(({ textContent }) => textContent)
          return `-: ${place}: ${message}`
        }),
      )
      expect(listed).toEqual(told)
      await expect(page.locator('.problem-list dd[lang=en]')).toHaveCount(told.length)
    })
  }
})
