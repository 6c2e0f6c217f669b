import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { catalogText } from '../catalogs.ts'
import { expect, lookAt, test } from '../fixtures.ts'
import { permissionsOf, personOf, stageOf } from './scenarios.ts'

const root = new URL('../../../', import.meta.url)
const command = process.env['ROLEGATE'] ?? fileURLToPath(new URL('target/debug/rolegate', root))
const STAFF = { product: 'userlike', roles: ['staff'], entitlements: ['flex'] }

async function choose(page: Page, permission: string, value: string): Promise<void> {
  const row = page.locator(`[data-value-of="${permission}"]`)
  await row.locator(`[data-value="${value}"]`).click()
}

async function taken(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

test('on a phone, what flips is in sight while a value is changed, and leads to the list', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 860 })
  await page.goto(lookAt(STAFF, 'what-if'))
  const before = await page.locator('[data-value-of="analytics"]').boundingBox()
  await choose(page, 'analytics', 'read')
  const line = page.getByRole('button', { name: '1 flip Analytics' })
  await expect(line).toBeInViewport()
  expect(await page.locator('[data-value-of="analytics"]').boundingBox()).toEqual(before)
  await line.click()
  await expect(page.getByRole('heading', { name: 'What flips' })).toBeFocused()
  await expect(page.locator('[data-flip="analytics"]')).toBeInViewport()
})

test('Staff gets analytics: read: the catalog to take away is valid, and differs in that', async ({
  page,
}) => {
  await page.goto(lookAt(STAFF, 'what-if'))
  await choose(page, 'analytics', 'read')
  await expect(page.locator('[data-flips="1"]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Draft: 1 change' })).toBeVisible()
  const folder = mkdtempSync(join(tmpdir(), 'what-if-'))
  try {
    const run = (...args: string[]) => spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
    writeFileSync(join(folder, 'userlike.json'), catalogText('userlike'))
    writeFileSync(join(folder, 'changed.json'), await taken(page, 'JSON for the catalog'))
    expect(run('catalog', 'check', 'changed.json').stdout).toContain('is valid')
    expect(run('catalog', 'diff', 'userlike.json', 'changed.json').stdout).toContain('analytics')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('only values that the catalog allows can be chosen', async ({ page }) => {
  await page.goto(lookAt({ ...STAFF, item: 'admin' }, 'what-if'))
  const values = (permission: string) =>
    page
      .locator(`[data-value-of="${permission}"] [data-value]`)
      .evaluateAll(all => all.map(one => one.getAttribute('data-value')))
  await expect(page.locator('[data-value-of="audit-log"]')).toBeVisible()
  expect(await values('audit-log')).toEqual(['off', 'on'])
  await expect(page.locator('[data-value-of="company"]')).toHaveCount(0)
  await page.getByText(/that are fixed/).click()
  await expect(page.locator('[data-value-of="company"]')).toContainText('fixed')
})

test('a flip leads to Look, to the matrix and to its explanation', async ({ page }) => {
  await page.goto(lookAt(STAFF, 'what-if'))
  await choose(page, 'analytics', 'read')
  await page.getByRole('button', { name: 'Why? Analytics' }).click()
  await expect(page.locator('[data-step="role"]')).toContainText('changed in this scenario')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'See it in the matrix' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await expect(page.locator('[data-flipped]')).toHaveText(/read was off/)
})

test('taken back to what the catalog has, nothing is left of a change', async ({ page }) => {
  await page.goto(lookAt(STAFF, 'what-if'))
  await choose(page, 'analytics', 'read')
  await expect(page.locator('[data-flips="1"]')).toBeVisible()
  await choose(page, 'analytics', 'off')
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible()
  await expect(page).not.toHaveURL(/customRoles/)
})

test('a layer changes what the person may do, whatever the roles say', async ({ page }) => {
  const person = personOf('puzzel', 'agent', true)
  const stage = await stageOf('puzzel')
  await stage.show({ ...person, catalog: stage.catalogs[0]?.sha256 })
  const gate = stage.gate.in('w1')
  const permission = permissionsOf('puzzel').find(name => gate.can(name)) ?? ''
  await page.goto(lookAt({ product: 'puzzel', ...person }, 'what-if'))
  await page.getByRole('radio', { name: 'A layer' }).click()
  await choose(page, permission, 'off')
  await expect(page.locator(`[data-flip="${permission}"]`)).toBeVisible()
  await expect(page).toHaveURL(/layers=/)
})

test('a role of the customer’s own can be added, with what has to be bought for it', async ({
  page,
}) => {
  const parts = { product: 'pandadoc', roles: ['manager'], entitlements: ['plan-business'] }
  await page.goto(lookAt(parts, 'what-if'))
  await page.getByRole('button', { name: /^New role/ }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Night shift')
  await page.getByRole('button', { name: 'Add the role' }).click()
  await expect(page).toHaveURL(/item=night-shift/)
  await choose(page, 'documents.create', 'on')
  await expect(page.locator('.value[data-value-of="documents.create"] [data-selected]')).toHaveText(
    'on',
  )
})
