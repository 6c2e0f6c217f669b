import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { SEARCH_PARAMETERS } from 'rolegate/preview'
import { OWN_PARAMETERS, parseAddress, writeAddress } from '../../../www/src/scenario/address.ts'
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
/** Files that are not even displayed. */
const NO_CATALOGS = [
  ...['null', '{}', ' '.repeat(5_000_000)],
  ...[
    { areas: [{ permissions: [null] }], roles: [null] },
    { areas: [{ id: 'a', label: { en: 'A' }, permissions: [{ id: 'a.b' }] }], roles: [] },
    { areas: [], roles: [{ id: 7, label: { en: 'B' }, values: {} }] },
    { areas: [], roles: [], entitlements: 7 },
    { areas: [], roles: [], records: { thing: {} } },
  ].map(parts => JSON.stringify({ format: 1, id: 'acme', label: { en: 'Acme' }, ...parts })),
]
/** What is no list of different entries. */
const GAPS = ['', ',', 'own,', 'own,own']

interface Part {
  /** The scenario around the part. */
  readonly base?: Readonly<Record<string, unknown>>
  readonly view?: string
  /** What the part cannot be. */
  readonly wrong: readonly string[]
  /** What would fit, as far as the page can say. */
  readonly fits?: string
  /** What is not even a list. */
  readonly misshapen?: readonly string[]
  /** What the page calls the part, where that is not its parameter. */
  readonly named?: string
}

/** Every part of an address, by its parameter. */
const PARTS: Readonly<Record<string, Part>> = {
  product: { wrong: ['pandadok', '', '__proto__'], fits: 'pandadoc' },
  catalog: {
    wrong: ['A'.repeat(43), 'x', '', shippedHash('userlike')],
    fits: shippedHash('pandadoc'),
  },
  file: {
    base: { product: 'acme', roles: ['staff'] },
    wrong: ['x', '!', ...[...NO_CATALOGS, catalogText('userlike')].map(deflated)],
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
  section: { wrong: ['teem', '', '__proto__', 'x'.repeat(50_000)], fits: 'team' },
  item: {
    base: { ...GOOD, section: 'documents' },
    wrong: ['d0', '', 'manager', '__proto__'],
    fits: 'd1',
  },
  widths: { wrong: ['400', '390,41', 'wide'], fits: '390', misshapen: GAPS },
  inspect: { wrong: ['off', '', 'true'], fits: 'on' },
  screens: { wrong: ['drawn', ''], fits: 'generated' },
  lang: { wrong: ['xx', '', 'EN'], fits: 'nl' },
  why: {
    wrong: ['documents.vieww', '', 'documents.view:foo', 'documents.view:write', LONG.repeat(200)],
    fits: 'documents.view',
  },
  relations: {
    base: { ...GOOD, why: 'documents.view' },
    wrong: ['friend', 'own,friend'],
    fits: 'own',
    misshapen: GAPS.slice(1),
  },
  as: {
    base: { ...GOOD, why: 'documents.view' },
    wrong: ['boss', 'manager,boss'],
    fits: 'owner',
    misshapen: GAPS,
  },
  app: { wrong: ['chat', '', 'javascript:alert(1)', 'ftp://chat.example/'] },
  beside: {
    wrong: ['role=boss', 'layers=%5B', 'rol=owner', 'at=soon', 'catalog=x', 'workspace='],
    named: 'beside',
  },
  find: { view: 'what-if', wrong: ['x', ''] },
  only: { view: 'matrix', wrong: ['nothing', 'plan,nothing'], fits: 'plan', misshapen: GAPS },
  by: { view: 'compare', wrong: ['teams', ''] },
  sides: {
    view: 'compare',
    wrong: ['boss', 'manager,boss', 'manager', 'manager,owner,admin,member'],
    misshapen: GAPS,
  },
  rol: { wrong: ['manager'], fits: 'role' },
}

for (const [parameter, part] of Object.entries(PARTS)) {
  const { base = GOOD, view, wrong, fits, misshapen = [], named = parameter } = part
  test(`whatever \`${parameter}\` cannot be is named, and nobody is shown`, async ({ page }) => {
    await page.goto(lookAt(GOOD))
    const twice = SINGLE.includes(parameter) ? [[wrong[0] ?? '', wrong[0] ?? '']] : []
    for (const values of [...[...wrong, ...misshapen].map(value => [value]), ...twice]) {
      await test.step(values.join(' and ').slice(0, 80), async () => {
        await goTo(page, lookAt(GOOD))
        await expect(page.locator('.product')).toBeVisible()
        const [path = '', search] = lookAt(base, view).split('?')
        const parameters = new URLSearchParams(search)
        parameters.delete(parameter)
        for (const value of values) parameters.append(parameter, value)
        await goTo(page, `${path}?${parameters}`)
        const problem = page.locator(`[data-problem^="${named}"]`).first()
        await expect(problem).toBeVisible()
        if (fits !== undefined && wrong.includes(values.join(' and ')))
          await expect(page.locator('.state.bad')).toContainText(fits)
        await expect(page.locator('.product, [data-cell], .why-content')).toHaveCount(0)
      })
    }
  })
}

test('every parameter that the page reads was tried', () => {
  const known = [...SEARCH_PARAMETERS, ...OWN_PARAMETERS]
  expect(known.filter(name => !(name in PARTS))).toEqual([])
})

test('what cannot be read is written again as it was', () => {
  for (const [parameter, { misshapen = [] }] of Object.entries(PARTS)) {
    for (const value of misshapen) {
      const written = `?${new URLSearchParams({ product: 'pandadoc', [parameter]: value })}`
      expect(writeAddress(parseAddress(written))).toBe(written)
    }
  }
})

test('a view that there is not is named, and nobody is shown', async ({ page }) => {
  await page.goto(lookAt(GOOD))
  for (const view of ['lok', 'LOOK', 'look/team', 'look#x', 'constructor', '%E0%A4%A']) {
    await goTo(page, lookAt(GOOD, view))
    const problem = page.locator('.state.bad [data-problem="view"]')
    await expect(problem).toContainText(view.slice(0, 3))
    await expect(page.locator('.state.bad')).toContainText('Look')
    await expect(page.locator('.product')).toHaveCount(0)
  }
})

test('every view names what is wrong, also one that shows nobody', async ({ page }) => {
  await page.goto('/')
  const wrong = [
    [{ ...GOOD, product: 'pandadok' }, 'product'],
    [{ ...GOOD, section: 'teem' }, 'section'],
    [{ ...GOOD, beside: 'rol=owner' }, 'beside'],
    [{ ...GOOD, beside: 'role=owner', app: 'https://app.example' }, 'beside'],
    [{ lang: 'xx' }, 'lang'],
    [{ roles: ['manager'] }, 'product'],
  ] as const
  for (const view of ['', 'look', 'matrix', 'compare', 'what-if', 'snapshot', 'catalog']) {
    for (const [parts, named] of wrong) {
      await goTo(page, lookAt(parts, view))
      await expect(page.locator(`[data-problem^="${named}"]`)).toBeVisible()
      await expect(page.locator('.product, [data-cell]')).toHaveCount(0)
    }
    await goTo(page, '/#/')
    await expect(page.locator('[data-problem]')).toHaveCount(0)
  }
})

test('all that follows the # counts, with a slash or without, and nothing before it', async ({
  page,
}) => {
  await page.goto(lookAt(GOOD).replace('/#/', '/?utm_source=mail#'))
  await expect(page.locator('.product')).toBeVisible()
  await goTo(page, `${lookAt({ ...GOOD, subject: 'u1' })}&role=owner#x`)
  await expect(page.locator('[data-problem="roles[1]"]')).toContainText('owner#x')
  await expect(page.locator('.product')).toHaveCount(0)
})

test('an item that the person does not see is a true address, and nothing opens in its place', async ({
  page,
}) => {
  const agent = { product: 'adobe-dynamic-chat', roles: ['live-agent'], section: 'inbox' }
  await page.goto(lookAt({ ...agent, entitlements: ['prime'], item: 'c3' }))
  await expect(page.locator('[data-not-in-sight="c3"]')).toBeVisible()
  await expect(page.locator('[data-problem], .thread')).toHaveCount(0)
  await goTo(page, lookAt({ ...agent, entitlements: ['prime'], item: 'c2' }))
  await expect(page.locator('.thread')).toContainText('Visitor 4822')
})

test('what is open stays behind with its view', async ({ page }) => {
  await page.goto(lookAt({ ...GOOD, section: 'documents', item: 'd1' }))
  const views = page.getByRole('navigation', { name: 'Views' })
  for (const view of ['What if', 'Look', 'Matrix', 'Start', 'Look']) {
    await views.getByRole('link', { name: view, exact: true }).click()
    await expect(views.locator('[aria-current]')).toHaveText(view)
    await expect(page.locator('[data-problem]')).toHaveCount(0)
  }
  await expect(page.locator('.product')).toHaveAttribute('data-section', 'documents')
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
  test('is opened by its own name and file only', async ({ page }) => {
    const text = JSON.stringify({ ...JSON.parse(catalogText('userlike')), id: 'acme' })
    const acme = { product: 'acme', roles: ['staff'] }
    // What belongs to the product before stays behind.
    await page.goto(lookAt({ ...GOOD, section: 'team', beside: 'role=owner' }))
    await page.getByRole('link', { name: 'Start', exact: true }).click()
    await drop(page, text)
    await expect(page.locator('.product')).toHaveAttribute('data-product', 'acme')
    const wrong = [
      [{ ...acme, product: 'pandadoc', catalog: hashOf(text) }, 'catalog'],
      [{ ...acme, catalog: hashOf(text), file: 'AAAA' }, 'file'],
      [{ ...acme, file: deflated(catalogText('pandadoc')) }, 'file'],
      [{ ...acme, catalog: hashOf(text), screens: 'designed' }, 'screens'],
    ] as const
    for (const [parts, named] of wrong) {
      await goTo(page, lookAt(parts))
      await expect(page.locator(`.state.bad [data-problem="${named}"]`)).toBeVisible()
      await expect(page.locator('.product')).toHaveCount(0)
      await goTo(page, lookAt({ ...acme, file: deflated(text) }))
      await expect(page.locator('.product')).toHaveAttribute('data-product', 'acme')
    }
  })

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
  return hashOf(catalogText(id))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
