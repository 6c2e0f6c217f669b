import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, lookAt, test } from '../fixtures.ts'
import { largeCatalog } from '../large-catalog.mjs'
import { CATALOGS, fileOf, permissionsOf, personOf, stageOf } from './scenarios.ts'

const root = new URL('../../../', import.meta.url)
const command = process.env['ROLEGATE'] ?? fileURLToPath(new URL('target/debug/rolegate', root))

interface CellOnPage {
  readonly permission: string
  readonly role: string
  readonly level: string
  readonly outcome: string
  readonly stored: string
  readonly kind: string
}

function cellsOf(page: Page): Promise<CellOnPage[]> {
  return page.locator('[data-cell]').evaluateAll(cells =>
    cells.map(cell => {
      const read = (name: string) => cell.getAttribute(`data-${name}`) ?? ''
      return {
        permission: read('permission-cell'),
        role: read('column'),
        level: read('level'),
        outcome: read('outcome'),
        stored: read('stored'),
        kind: read('kind'),
      }
    }),
  )
}

async function open(page: Page, parts: Readonly<Record<string, unknown>>): Promise<void> {
  await page.goto('about:blank')
  await page.goto(lookAt(parts, 'matrix'))
  await expect(page.locator('[data-cell]').first()).toBeVisible()
}

/** The table of the command: by permission, the values in the order of the roles. */
function tableOf(id: string): ReadonlyMap<string, readonly string[]> {
  const catalog = fileURLToPath(new URL(`catalogs/${id}.json`, root))
  const csv = execFileSync(command, ['catalog', 'matrix', '--format', 'csv', catalog], {
    encoding: 'utf8',
  })
  const roles = fileOf(id).roles.length
  const rows = csv.trimEnd().split(/\r?\n/).slice(1)
  const known = new Set(permissionsOf(id))
  return new Map(
    rows.map(row => {
      const cells = (row.match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)/g) ?? []).map(cell =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      )
      return [cells.find(cell => known.has(cell)) ?? '', cells.slice(4, 4 + roles)] as const
    }),
  )
}

for (const id of CATALOGS) {
  for (const hasAll of [true, false]) {
    const plan = hasAll ? 'everything bought' : 'nothing bought'

    test(`each cell of ${id} with ${plan} is what the gate and the command say`, async ({
      page,
    }) => {
      const { roles } = fileOf(id)
      const table = tableOf(id)
      await open(page, { product: id, ...personOf(id, roles[0]?.id ?? '', hasAll) })
      const shown = await cellsOf(page)
      const stage = await stageOf(id)
      const expected: Omit<CellOnPage, 'kind'>[] = []
      for (const permission of permissionsOf(id)) {
        for (const [at, role] of roles.entries()) {
          const stored = table.get(permission)?.[at] ?? ''
          expected.push({ permission, role: role.id, level: '', outcome: '', stored })
        }
      }
      for (const role of roles) {
        const catalog = stage.catalogs[0]?.sha256 ?? ''
        await stage.show({ ...personOf(id, role.id, hasAll), catalog })
        const gate = stage.gate.in('w1')
        for (const [at, cell] of expected.entries()) {
          if (cell.role !== role.id) continue
          const decision = gate.decide(cell.permission)
          const isSome = decision.code === 'record-required' && gate.maybe(cell.permission)
          const { level, outcome } = isSome
            ? { level: 'off', outcome: 'show' }
            : decision.code === 'record-required'
              ? gate.decide(cell.permission, {})
              : decision
          expected[at] = { ...cell, level, outcome }
        }
      }
      expect(shown.map(({ kind: _, ...cell }) => cell)).toEqual(expected)
      for (const { kind, outcome } of shown) {
        expect(['on', 'read', 'some'].includes(kind)).toBe(outcome === 'show')
      }
    })
  }
}

const USERLIKE = { product: 'userlike', roles: ['staff'], entitlements: ['flex'] }

test('a cell opens the explanation for its role, and leaves alone who looks', async ({ page }) => {
  await open(page, USERLIKE)
  const seenAs = page.locator('.bar').getByText('Seen as Staff')
  await page.getByRole('button', { name: 'off: Analytics, Agent' }).click()
  const why = page.getByRole('dialog', { name: 'Analytics' })
  await expect(why).toContainText('Asked about Agent')
  await expect(why).toContainText('Role Agent gives off')
  await expect(seenAs).toBeVisible()
  await why.getByRole('button', { name: 'Give the role Owner' }).click()
  await expect(why).toContainText('Asked about Agent + Owner')
  await expect(why.locator('.why-content')).toHaveAttribute('data-outcome', 'show')
  await why.getByRole('button', { name: 'Undo the change' }).click()
  await expect(why).toContainText('Asked about Agent')
  await expect(seenAs).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'off: Analytics, Agent' })).toBeFocused()
  await expect(page).not.toHaveURL(/as=/)
})

test('the arrow keys go from cell to cell, and Enter tells why', async ({ page }) => {
  await open(page, USERLIKE)
  await page.locator('[data-cell="0 0"]').focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expect(page.locator('[data-cell="1 2"]')).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.locator('[data-cell="1 5"]')).toBeFocused()
  await expect(page.locator('[data-cell][tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Organizations' })).toContainText('Role Agent')
})

test('a search and filters narrow the rows, and stand in the address', async ({ page }) => {
  await open(page, USERLIKE)
  await page.getByRole('searchbox', { name: 'Find a permission' }).fill('notes del')
  const rows = page.locator('[data-row]')
  await expect(rows).toHaveCount(2)
  await expect(page).toHaveURL(/find=notes\+del/)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: 'Where roles differ' }).click()
  await expect(page).toHaveURL(/only=differences/)
  const cells = await cellsOf(page)
  for (const permission of new Set(cells.map(cell => cell.permission))) {
    const row = cells.filter(cell => cell.permission === permission)
    expect(new Set(row.map(({ kind, level }) => `${kind} ${level}`)).size).toBeGreaterThan(1)
  }
  await page.reload()
  await expect(page.getByRole('button', { name: 'Where roles differ' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('what a plan decides, and cells that the sources leave open', async ({ page }) => {
  await open(page, { product: 'pandadoc', roles: ['manager'], entitlements: ['plan-business'] })
  await page.getByRole('button', { name: 'Open cells' }).click()
  const rows = page.locator('[data-row]')
  const open_ = (await cellsOf(page)).filter(({ stored }) => stored === 'unknown')
  expect(new Set(open_.map(({ permission }) => permission)).size).toBe(await rows.count())
  for (const { kind } of open_) expect(kind).toBe('open')
})

test('it is taken away as CSV, as Markdown and as a picture', async ({ page }) => {
  await open(page, USERLIKE)
  const take = async (format: string) => {
    await page.getByRole('button', { name: 'Table: Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format }).click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const csv = await take('CSV')
  expect(csv.name).toBe('matrix-userlike.csv')
  expect(csv.bytes.toString().split('\r\n')[0]).toBe(
    'Area,Permission,Id,Owner,Manager,Admin,Staff,Analyst,Agent',
  )
  expect(csv.bytes.toString()).toContain(
    'General,Analytics,analytics,write,write,write,off,write,off',
  )
  const markdown = await take('Markdown')
  expect(markdown.bytes.toString()).toContain('| General | Analytics | analytics | write |')
  const picture = await take('Picture (PNG)')
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
})

test('printed, every row is there, and nothing around the table', async ({ page }) => {
  await open(page, USERLIKE)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.top')).toBeHidden()
  await expect(page.locator('.bar')).toBeHidden()
  await expect(page.locator('.table-tools')).toBeHidden()
  const clipped = await page
    .locator('.decision-frame')
    .evaluate(frame => frame.scrollHeight > frame.clientHeight + 1)
  expect(clipped).toBe(false)
})

test('a catalog of 500 permissions and 20 roles has only what is in sight in the page, and all of it in print', async ({
  page,
}) => {
  await page.goto('/#/')
  const text = JSON.stringify(largeCatalog('large', 500, 20))
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'large.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
  await expect(page).toHaveURL(/product=large/)
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: 'Matrix' })
    .click()
  const rows = page.locator('[data-row]')
  await expect(rows.first()).toBeVisible()
  expect(await rows.count()).toBeLessThan(100)
  await page.locator('[data-cell="0 0"]').focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageDown')
  await expect(page.locator('[data-cell="30 0"]')).toBeFocused()
  await page.getByRole('searchbox').fill('p-499')
  await expect(rows).toHaveCount(1)
  await page.getByRole('searchbox').fill('')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(rows).toHaveCount(500)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(rows).not.toHaveCount(500)
})
