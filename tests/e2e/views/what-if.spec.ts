import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { createGate } from 'rolegate'
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

test('Staff gets analytics: read: one flip, and the signed JSON decides the same', async ({
  page,
}) => {
  await page.goto(lookAt(STAFF, 'what-if'))
  await choose(page, 'analytics', 'read')
  await expect(page.locator('[data-flips="1"]')).toBeVisible()
  await expect(page.locator('[data-flip]')).toHaveAttribute('data-flip', 'analytics')
  await expect(page.getByRole('button', { name: 'Draft: 1 change' })).toBeVisible()

  const folder = mkdtempSync(join(tmpdir(), 'what-if-'))
  try {
    const run = (...args: string[]) =>
      execFileSync(command, args, { cwd: folder, encoding: 'utf8' })
    run('keygen', '--out', '.')
    writeFileSync(join(folder, 'claims.json'), await taken(page, 'JSON for the snapshot'))
    writeFileSync(join(folder, 'userlike.json'), catalogText('userlike'))
    const sign = ['sign', '--key', 'private.jwk', '--catalog', 'userlike.json', '--lifetime', '600']
    const token = run(...sign, 'claims.json').trim()
    const gate = createGate({
      keys: readFileSync(join(folder, 'jwks.json'), 'utf8'),
      issuer: 'https://app.example',
      audience: 'app',
      catalog: catalogText('userlike'),
    })
    await gate.load(token)
    const stage = await stageOf('userlike')
    const catalog = stage.catalogs[0]?.sha256 ?? ''
    await stage.show({ catalog, roles: ['staff'], entitlements: ['flex'] })
    const before = stage.gate.in('w1')
    const flipped = permissionsOf('userlike').filter(
      permission => gate.in('w1').decide(permission).level !== before.decide(permission).level,
    )
    expect(flipped).toEqual(['analytics'])
    expect(gate.in('w1').decide('analytics')).toMatchObject({ level: 'read', outcome: 'show' })

    writeFileSync(join(folder, 'changed.json'), await taken(page, 'JSON for the catalog'))
    expect(run('catalog', 'check', 'changed.json')).toContain('is valid')
    const compare = ['catalog', 'diff', 'userlike.json', 'changed.json']
    const { stdout } = spawnSync(command, compare, { cwd: folder, encoding: 'utf8' })
    expect(stdout).toContain('analytics')
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
