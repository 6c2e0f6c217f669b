import type { Page } from '@playwright/test'
import { catalogText } from '../catalogs.ts'
import { expect, lookAt, test } from '../fixtures.ts'
import { permissionsOf, stageOf } from './scenarios.ts'

async function open(page: Page, parts: Readonly<Record<string, unknown>>): Promise<void> {
  await page.goto(lookAt(parts, 'compare'))
  await expect(page.locator('[data-cell]').first()).toBeVisible()
}

/** What the first has and the second has not. */
function less(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter(permission => !other.has(permission))
}

const AIVO = { product: 'aivo-live', roles: ['supervisor'], entitlements: ['video-calls'] }

test('two roles: what one can and the other cannot is what the gate says', async ({ page }) => {
  const able = async (role: string) => {
    const stage = await stageOf('aivo-live')
    const catalog = stage.catalogs[0]?.sha256 ?? ''
    await stage.show({ catalog, roles: [role], entitlements: ['video-calls'] })
    const gate = stage.gate.in('w1')
    return new Set(permissionsOf('aivo-live').filter(permission => gate.can(permission)))
  }
  const one = await able('supervisor')
  const other = await able('agent-supervisor')
  await open(page, { ...AIVO, by: 'roles', sides: 'supervisor,agent-supervisor' })
  await expect(page.locator('.compare-summary li')).toHaveText([
    `Supervisor can ${less(one, other).length} that Agent Supervisor cannot.`,
    `Agent Supervisor can ${less(other, one).length} that Supervisor cannot.`,
  ])
  await page.getByRole('radio', { name: /^Differs/ }).click()
  const rows = page.locator('[data-row]')
  const shown = await rows.evaluateAll(all => all.map(row => row.getAttribute('data-row') ?? ''))
  for (const permission of [...less(one, other), ...less(other, one)])
    expect(shown).toContain(permission)
  await page.locator('[data-cell="0 1"]').click()
  await expect(page.getByRole('dialog')).toContainText('Asked about Agent Supervisor')
  await expect(page.locator('.bar').getByText('Seen as Supervisor')).toBeVisible()
})

test('three people, chosen on the page', async ({ page }) => {
  await open(page, { product: 'userlike', roles: ['staff'], entitlements: ['flex'] })
  await page.getByRole('radio', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Add a third' }).click()
  await expect(page.locator('thead th')).toHaveCount(4)
  await expect(page).toHaveURL(/sides=now%2C0%2C1/)
  await page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click()
  await expect(page.locator('thead th')).toHaveCount(3)
})

test('plans: the one that covers it, and the one that does not', async ({ page }) => {
  const parts = {
    product: 'adobe-dynamic-chat',
    roles: ['marketing-admin'],
    entitlements: ['prime'],
  }
  await open(page, { ...parts, by: 'plans', sides: 'included,prime' })
  const cell = (plan: string) =>
    page.locator(`[data-permission-cell="workspaces.manage"][data-column="${plan}"]`)
  await expect(cell('included')).toHaveAttribute('data-outcome', 'upsell')
  await expect(cell('prime')).toHaveAttribute('data-outcome', 'show')
})

test('another version of the catalog, dropped on the page', async ({ page }) => {
  const file = JSON.parse(catalogText('userlike')) as {
    roles: { id: string; values: Record<string, string>; unlocked?: Record<string, string[]> }[]
  }
  const staff = file.roles.find(({ id }) => id === 'staff')
  if (!staff) throw new Error('the catalog has no Staff')
  staff.values['analytics'] = 'read'
  staff.unlocked = { ...staff.unlocked, analytics: ['off', 'write'] }
  await page.goto(lookAt({ product: 'userlike', roles: ['staff'], by: 'versions' }, 'compare'))
  await page.locator('input[type=file]').setInputFiles({
    name: 'userlike.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await expect(page.locator('thead th')).toHaveCount(3)
  await page.getByRole('radio', { name: 'Differs 1' }).click()
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await expect(page.locator('[data-row="analytics"]')).toContainText('read')
})

test('a side that there is not is named, and nobody else stands in its place', async ({ page }) => {
  const parts = { ...AIVO, by: 'roles', sides: 'supervisor,supervisr' }
  await page.goto(lookAt(parts, 'compare'))
  await expect(page.locator('[data-problem="sides"]')).toContainText('“supervisr”')
  await expect(page.locator('[data-cell]')).toHaveCount(0)
})
