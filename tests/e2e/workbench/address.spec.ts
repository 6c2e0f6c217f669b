import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { SEARCH_PARAMETERS } from 'rolegate/preview'
import { OWN_PARAMETERS } from '../../../www/src/scenario/address.ts'
import { catalogText } from '../catalogs.ts'
import { expect, goTo, lookAt, test } from '../fixtures.ts'

/** The parameters that an address has once. */
const SINGLE = [...SEARCH_PARAMETERS, ...OWN_PARAMETERS].filter(
  name => !['role', 'group', 'entitlement'].includes(name),
)

const GOOD = {
  product: 'pandadoc',
  subject: 'manager',
  workspace: 'sales',
  roles: ['manager'],
  entitlements: ['plan-business', 'licence-standard'],
}

/** Somebody of a product with layers and filters. */
const LAYERED = { product: 'puzzel', roles: ['agent'], groups: ['sales'] }
const LONG = 'x'.repeat(300)

interface Part {
  /** The scenario around the part. */
  readonly base?: Readonly<Record<string, unknown>>
  readonly view?: string
  /** What the part cannot be. */
  readonly wrong: readonly string[]
  /** What would fit, as far as the page can say. */
  readonly fits?: string
  /** What the page calls the part, where that is not its parameter. */
  readonly named?: string
}

/** Every part of an address, by its parameter. */
const PARTS: Readonly<Record<string, Part>> = {
  product: { wrong: ['pandadok', '', '__proto__'], fits: 'pandadoc' },
  catalog: { wrong: ['A'.repeat(43), 'x', ''], fits: shippedHash('pandadoc') },
  file: {
    base: { product: 'acme', roles: ['staff'] },
    wrong: ['x', '!', deflated('null'), deflated('{}'), deflated(catalogText('userlike'))],
  },
  subject: { wrong: ['', LONG] },
  workspace: { wrong: ['', LONG] },
  role: { wrong: ['mangaer', '', 'MANAGER', LONG], named: 'roles[0]', fits: 'manager' },
  group: { base: LAYERED, wrong: ['', LONG], named: 'groups' },
  entitlement: {
    wrong: ['plan-gold', '', 'Plan-business'],
    named: 'entitlements[0]',
    fits: 'plan-business',
  },
  layers: {
    base: LAYERED,
    wrong: [
      ...['[', 'null', '7', '{}', '[1]', '[{}]', '[{"from":"company"}]'],
      '[{"from":"team","values":{}}]',
      '[{"from":"company","values":{"nothing":"on"}}]',
      '[{"from":"company","values":{"company.edit":"maybe"}}]',
      '[{"from":"group","id":"nowhere","values":{}}]',
      '[{"from":"user","values":{}},{"from":"user","values":{}}]',
    ],
  },
  filters: {
    base: LAYERED,
    wrong: ['[', 'null', '{}', '[1]', '[{"teams":["a"]}]', '[{"groups":"a"}]', '[{"groups":[7]}]'],
  },
  customRoles: {
    wrong: [
      ...['[', 'null', '{}', '[1]', '[{}]', '[{"id":"helper"}]'],
      '[{"id":"helper","label":{"en":"Helper"},"values":{"documents.vieww":"on"}}]',
      '[{"id":"manager","values":{"documents.view":"on"}}]',
    ],
  },
  records: {
    wrong: [
      ...['[', '[]', '7', '{"novel":[]}', '{"document":{}}', '{"document":[1]}'],
      '{"document":[{"colour":"red"}]}',
      '{"document":[{"owner":7}]}',
    ],
  },
  at: { wrong: ['yesterday', '', '-1', '1.5', '1e9', '99999999999999999', '999999999999999'] },
  section: { wrong: ['teem', '', '__proto__'], fits: 'team' },
  widths: { wrong: ['400', '390,41', 'wide'], fits: '390' },
  inspect: { wrong: ['off', '', 'true'], fits: 'on' },
  screens: { wrong: ['drawn', ''], fits: 'generated' },
  lang: { wrong: ['xx', '', 'EN'], fits: 'nl' },
  why: { wrong: ['documents.vieww', ''], fits: 'documents.view' },
  relations: {
    base: { ...GOOD, why: 'documents.view' },
    wrong: ['friend', 'own,friend'],
    fits: 'own',
  },
  as: { base: { ...GOOD, why: 'documents.view' }, wrong: ['boss', 'manager,boss'], fits: 'owner' },
  app: { wrong: ['chat', '', 'javascript:alert(1)', 'ftp://chat.example/'] },
  beside: {
    wrong: ['role=boss', 'layers=%5B', 'rol=owner', 'at=soon', 'catalog=x', 'workspace='],
    named: 'beside',
  },
  only: { view: 'matrix', wrong: ['nothing', 'plan,nothing'], fits: 'plan' },
  by: { view: 'compare', wrong: ['teams', ''] },
  sides: { view: 'compare', wrong: ['boss', 'manager,boss'] },
  rol: { wrong: ['manager'], fits: 'role' },
}

for (const [parameter, { base = GOOD, view, wrong, fits, named = parameter }] of Object.entries(
  PARTS,
)) {
  test(`whatever \`${parameter}\` cannot be is named, and nobody is shown`, async ({ page }) => {
    await page.goto(lookAt(GOOD))
    const twice = SINGLE.includes(parameter) ? [[wrong[0] ?? '', wrong[0] ?? '']] : []
    for (const values of [...wrong.map(value => [value]), ...twice]) {
      await test.step(values.join(' and '), async () => {
        await goTo(page, lookAt(GOOD))
        await expect(page.locator('.product')).toBeVisible()
        const [path = '', search] = lookAt(base, view).split('?')
        const parameters = new URLSearchParams(search)
        parameters.delete(parameter)
        for (const value of values) parameters.append(parameter, value)
        await goTo(page, `${path}?${parameters}`)
        const problem = page.locator(`[data-problem^="${named}"]`).first()
        await expect(problem).toBeVisible()
        if (fits !== undefined && values.length === 1)
          await expect(page.locator('.state.bad')).toContainText(fits)
        await expect(page.locator('.product, [data-cell], .why-content')).toHaveCount(0)
      })
    }
  })
}

test('every parameter that the page reads was tried', () => {
  const known = [...SEARCH_PARAMETERS, ...OWN_PARAMETERS]
  // Any text can be looked for, and records come and go with what is done on the page.
  const free = ['find', 'item']
  expect(known.filter(name => !(name in PARTS)).sort()).toEqual(free)
})

test('a view that there is not is named, and nobody is shown', async ({ page }) => {
  await page.goto(lookAt(GOOD, 'lok'))
  await expect(page.locator('.state.bad [data-problem="view"]')).toContainText('lok')
  await expect(page.locator('.state.bad')).toContainText('Look')
  await expect(page.locator('.product')).toHaveCount(0)
})

test('what was probably meant is one press away', async ({ page }) => {
  await page.goto(lookAt({ ...GOOD, roles: ['mangaer'] }))
  await page.getByRole('link', { name: 'Use manager' }).click()
  await expect(page.getByRole('button', { name: 'Seen as Manager' })).toBeVisible()
  await expect(page.locator('.product')).toBeVisible()
})

test('an address opens the same in a fresh profile', async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(lookAt({ ...GOOD, section: 'team' }))
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link was copied')).toBeVisible()
  const url = await page.evaluate(() => navigator.clipboard.readText())
  const other = await (await browser.newContext()).newPage()
  await other.goto(url)
  await expect(other.getByRole('button', { name: 'Seen as Manager' })).toBeVisible()
  await expect(other.locator('.product')).toHaveAttribute('data-section', 'team')
  await other.context().close()
})

test.describe('a catalog of one’s own', () => {
  test('travels in the link where it is small', async ({ page, browser }) => {
    const text = JSON.stringify({ ...JSON.parse(catalogText('userlike')), id: 'acme' })
    const { url, other } = await shared(page, browser, text)
    expect(new URL(url).hash).toContain('file=')
    await expect(other.locator('.product')).toHaveAttribute('data-product', 'acme')
    await other.context().close()
  })

  test('is asked for by whoever opens the link where it is large', async ({ page, browser }) => {
    const text = JSON.stringify(largeCatalog())
    const { url, other } = await shared(page, browser, text)
    expect(url).not.toContain('file=')
    await expect(other.locator('.state')).toContainText(
      'The catalog “large” is not in this browser',
    )
    await expect(other.locator('.product')).toHaveCount(0)
    await drop(other, text)
    await expect(other.locator('.product')).toHaveAttribute('data-product', 'large')
    await other.context().close()
  })
})

/** Drops a catalog at the start, copies the link, and opens it in a fresh profile. */
async function shared(page: Page, browser: Browser, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await drop(page, text)
  await expect(page.locator('.product')).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('The link was copied')).toBeVisible()
  const url = await page.evaluate(() => navigator.clipboard.readText())
  const other = await (await browser.newContext()).newPage()
  await other.goto(url)
  return { url, other }
}

async function drop(page: Page, text: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'catalog.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
}

/** A catalog whose labels do not deflate well. */
function largeCatalog() {
  let state = 7
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state.toString(36)
  }
  const permissions = Array.from({ length: 900 }, (_, index) => ({
    id: `part.p${index}`,
    values: 'switch',
    label: { en: `${word()} ${word()}` },
  }))
  return {
    format: 1,
    id: 'large',
    label: { en: 'Large' },
    areas: [{ id: 'part', label: { en: 'Part' }, permissions }],
    roles: [{ id: 'user', label: { en: 'User' }, values: { 'part.p0': 'on' } }],
  }
}

function deflated(text: string): string {
  return deflateRawSync(text).toString('base64url')
}

function shippedHash(id: string): string {
  return createHash('sha256').update(catalogText(id)).digest('base64url')
}
