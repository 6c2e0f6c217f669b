import type { Locator, Page } from '@playwright/test'
import type { Scenario } from 'rolegate/preview'
import { expect, goTo, lookAt, test } from '../fixtures.ts'
import { CATALOGS, fileOf, permissionsOf, personOf, stageOf } from './scenarios.ts'

const drawer = (page: Page): Locator => page.getByRole('dialog')
const content = (page: Page): Locator => page.locator('.why-content')

async function ask(page: Page, parts: Readonly<Record<string, unknown>>): Promise<void> {
  await page.goto('about:blank')
  await page.goto(lookAt(parts))
  await expect(content(page)).toBeVisible()
}

/** What is offered, in the order of the page. */
function offered(page: Page): Promise<readonly string[]> {
  const buttons = page.locator('.why-help [data-change]')
  return buttons.evaluateAll(all => all.map(one => one.getAttribute('data-change') ?? ''))
}

for (const id of CATALOGS) {
  const { roles } = fileOf(id)
  const spread = [roles[0], roles[Math.floor(roles.length / 2)], roles.at(-1)]

  test(`each change that would help in ${id} does`, async ({ page }) => {
    test.slow()
    const stage = await stageOf(id)
    const catalog = stage.catalogs[0]?.sha256 ?? ''
    const people = spread.map((role, index) => personOf(id, role?.id ?? '', index === 1))
    for (const person of [...people, ...(id === 'puzzel' ? NARROWED : [])]) {
      await stage.show({ ...person, catalog })
      const gate = stage.gate.in('w1')
      const denied = permissionsOf(id).filter(permission => !gate.can(permission))
      const some = denied.filter((_, at) => at % Math.ceil(denied.length / 2) === 0)
      for (const why of some) await expectHelp(page, { product: id, ...person, why })
    }
  })
}

/** Expects that each of the changes that are offered leads to an allow. */
async function expectHelp(page: Page, parts: Readonly<Record<string, unknown>>): Promise<void> {
  await ask(page, parts)
  const changes = await offered(page)
  for (const change of changes) {
    await goTo(page, lookAt(parts))
    await expect.poll(() => offered(page)).toEqual(changes)
    await pressUntilShown(page, change, changes.length + 2)
  }
}

/** People whom filters and layers narrow, with groups that matter to both. */
const NARROWED: readonly Partial<Scenario>[] = [
  {
    roles: ['administrator'],
    groups: ['night'],
    filters: [{ groups: ['sales'] }, { groups: ['sales', 'support'], queues: ['orders'] }],
    layers: [{ from: 'company', values: { 'company.edit': 'on' } }],
  },
  {
    roles: ['agent'],
    groups: ['sales'],
    filters: [{ queues: [] }],
    layers: [
      { from: 'company', values: { 'company.edit': 'off' } },
      { from: 'group', id: 'sales', values: { 'user-groups.supervise': 'off' } },
      { from: 'user', values: { 'company.edit': 'off' } },
    ],
  },
]

test('a record that a filter leaves out comes into sight without the filter', async ({ page }) => {
  const parts = {
    product: 'puzzel',
    roles: ['administrator'],
    groups: ['night'],
    filters: [{ groups: ['sales'] }],
    why: 'user-groups.view',
  }
  await ask(page, { ...parts, relations: 'same-group' })
  await expect(content(page)).toHaveAttribute('data-code', 'filtered')
  await expect(page.getByRole('button', { name: 'Remove the filter' })).toBeVisible()
  await expectHelp(page, { ...parts, relations: 'same-group' })
  // A right that is missing for every record says nothing of records that are out of sight.
  await ask(page, parts)
  await expect(content(page)).toHaveAttribute('data-code', 'not-granted')
  await expectHelp(page, parts)
})

/** Presses a button, and then, as long as more is needed, the first that is left. */
async function pressUntilShown(page: Page, first: string, most: number): Promise<void> {
  let next: string | undefined = first
  for (let presses = 0; presses <= most && next !== undefined; presses += 1) {
    const before = JSON.stringify(await offered(page))
    await page
      .locator('.why-help [data-change]')
      .and(page.locator(`[data-change='${next}']`))
      .first()
      .click()
    await expect.poll(async () => JSON.stringify(await offered(page))).not.toBe(before)
    await expect(page.locator('.why-verdict')).toBeFocused()
    if ((await content(page).getAttribute('data-outcome')) === 'show') return
    next = (await offered(page))[0]
  }
  expect(await content(page).getAttribute('data-outcome'), `${first} at ${page.url()}`).toBe('show')
}

test('role and plan are told apart', async ({ page }) => {
  const parts = {
    product: 'adobe-dynamic-chat',
    roles: ['marketing-admin'],
    entitlements: ['included'],
  }
  await ask(page, { ...parts, why: 'workspaces.manage' })
  await expect(page.locator('[data-part="roles"]')).toHaveText('Role giveson')
  await expect(page.locator('[data-part="plan"]')).toHaveText('Plannot included')
  await expect(page.locator('[data-part="so"]')).toHaveText('So it isoffered as an upgrade')
})

test('the chain names the role, and never says that a role allows what it does not', async ({
  page,
}) => {
  const parts = { product: 'userlike', roles: ['staff', 'agent'], entitlements: ['flex'] }
  await ask(page, { ...parts, why: 'analytics' })
  await expect(page.locator('[data-step="role"]')).toHaveText([
    'Role Staff gives off',
    'Role Agent gives off',
  ])
  await expect(page.locator('[data-step="value"]')).toHaveText('Together that makes off')
  await expect(page.locator('.why-verdict')).toContainText('No role that is held gives it.')
})

test('a layer above the roles is named, and the verdict blames no role', async ({ page }) => {
  const person = personOf('puzzel', 'agent', true)
  const stage = await stageOf('puzzel')
  await stage.show({ ...person, catalog: stage.catalogs[0]?.sha256 })
  const gate = stage.gate.in('w1')
  const why = permissionsOf('puzzel').find(name => gate.can(name)) ?? ''
  const layers = [{ from: 'user', values: { [why]: 'off' } }]
  await ask(page, { product: 'puzzel', ...person, layers, why })
  await expect(page.locator('[data-step="role"]')).toContainText('gives on')
  await expect(page.locator('[data-step="layer"]')).toContainText(
    'The person’s own layer sets it to off',
  )
  await expect(page.locator('.why-verdict')).toContainText('sets it to off, above all roles')
})

test('what is needed at once and what is a choice stay apart', async ({ page }) => {
  const parts = {
    product: 'adobe-dynamic-chat',
    roles: ['calendar-agent'],
    entitlements: ['included'],
  }
  await ask(page, { ...parts, why: 'workspaces.manage' })
  const groups = page.locator('.why-help > .why-groups')
  await expect(groups).toHaveAttribute('data-all', '2')
  await expect(groups.locator('> li').nth(0).locator('[data-change]')).toHaveText([
    'Give the role Marketing Admin',
    'Set “Manage Workspaces (Create, Edit, Delete)” to on in Calendar Agent',
  ])
  await expect(groups.locator('> li').nth(1).locator('[data-change]')).toHaveText([
    'Add Dynamic Chat Prime',
  ])
})

test('a change can be taken back', async ({ page }) => {
  await ask(page, { product: 'userlike', roles: ['agent'], why: 'analytics' })
  const before = page.url()
  await page.getByRole('button', { name: 'Give the role Owner' }).click()
  await expect(content(page)).toHaveAttribute('data-outcome', 'show')
  await page.getByRole('button', { name: 'Undo the change' }).click()
  await expect(content(page)).toHaveAttribute('data-outcome', 'hide')
  const roles = (url: string) => new URLSearchParams(url.split('?')[1]).getAll('role')
  expect(roles(page.url())).toEqual(roles(before))
})

test('in Dutch, nothing is English but what the catalog has in English only', async ({ page }) => {
  const parts = {
    product: 'adobe-dynamic-chat',
    roles: ['calendar-agent'],
    entitlements: ['included'],
  }
  await ask(page, { ...parts, why: 'workspaces.manage', lang: 'nl' })
  await expect(drawer(page)).toContainText('Wat zou helpen')
  await expect(drawer(page)).toContainText('Dit is allemaal nodig:')
  await expect(drawer(page)).not.toContainText('[en]')
})
