// Makes pictures of everything that the workbench shows, to be looked at: `make pictures`. They come into
// `target/pictures`, and those of www/README.md beside it.

import { mergeTests, type Page } from '@playwright/test'
import { test as onSite } from '../../preview/site.ts'
import { expectNoOverflow } from '../accessibility.ts'
import { test as base, expect, lookAt } from '../fixtures.ts'
import { PRODUCTS } from '../products.ts'

const test = mergeTests(base, onSite)

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const MANAGER = {
  product: 'pandadoc',
  subject: 'manager',
  workspace: 'sales',
  roles: ['manager'],
  entitlements: ['plan-business', 'licence-standard'],
}
const AGENT = {
  product: 'adobe-dynamic-chat',
  subject: 'live-agent',
  roles: ['live-agent'],
  entitlements: ['included'],
}
const STAFF = { product: 'userlike', roles: ['staff'], entitlements: ['flex'] }
const EDITED = { ...STAFF, customRoles: [{ id: 'staff', values: { analytics: 'read' } }] }
const WIDTHS = { widths: '390,820' }
const EXPORT = { ...AGENT, section: 'reports', why: 'reports.export' }

/** A picture: the address, what is there once it is ready, and what is done before it is opened
 * and after. */
interface Scene {
  readonly address: string
  readonly ready: string
  readonly before?: (page: Page) => Promise<unknown>
  readonly prepare?: (page: Page) => Promise<void>
}

const SCENES: Readonly<Record<string, Scene>> = {
  start: { address: '/', ready: '.person-link, .view-start a' },
  look: { address: lookAt(MANAGER), ready: '.product' },
  'look-two-widths': { address: lookAt({ ...MANAGER, ...WIDTHS }), ready: '.product' },
  'look-two-people': {
    address: `${lookAt(MANAGER)}&beside=role%3Dmember`,
    ready: '.product >> nth=1',
  },
  inspect: { address: lookAt({ ...AGENT, section: 'inbox', inspect: 'on' }), ready: '.product' },
  bar: { address: lookAt(EDITED), ready: '.product', prepare: openBar },
  more: { address: lookAt(EDITED), ready: '.product', prepare: openMore },
  draft: { address: lookAt(EDITED), ready: '.product', prepare: press(/^Draft/) },
  matrix: { address: lookAt(MANAGER, 'matrix'), ready: '[data-cell]' },
  'matrix-differences': {
    address: lookAt({ ...STAFF, only: 'differences' }, 'matrix'),
    ready: '[data-cell]',
  },
  compare: { address: lookAt({ ...STAFF, sides: 'staff,agent' }, 'compare'), ready: '[data-cell]' },
  why: { address: lookAt(EXPORT), ready: '.why-content' },
  'why-over-matrix': { address: lookAt(EXPORT, 'matrix'), ready: '.why-content' },
  'what-if': { address: lookAt(EDITED, 'what-if'), ready: '[data-flip]' },
  'what-if-untouched': { address: lookAt(STAFF, 'what-if'), ready: '[data-value]' },
  snapshot: { address: '/#/snapshot', ready: 'textarea' },
  'snapshot-read': {
    address: '/#/snapshot',
    ready: 'textarea',
    prepare: async page => {
      await press('Fill in an example')(page)
      await expect(page.locator('[data-result="passed"]')).toHaveCount(10)
    },
  },
  catalog: { address: lookAt({ product: 'pandadoc' }, 'catalog'), ready: '[data-problems]' },
  loading: {
    address: lookAt(MANAGER),
    ready: '.loading-state',
    before: page => page.route('**/*.wasm', () => {}),
  },
  'address-that-does-not-fit': {
    address: lookAt({ ...MANAGER, roles: ['mangaer'] }),
    ready: '.state',
  },
  'no-such-view': { address: '/#/lok', ready: '.state' },
  'no-product': { address: '/#/look', ready: '.state' },
  failure: {
    address: lookAt(MANAGER),
    ready: '.state',
    before: async page => {
      await page.route('**/*.wasm', route => route.abort())
      await page.route('**/rolegate-base64-*.js', route => route.abort())
    },
  },
  generated: { address: lookAt({ ...STAFF, screens: 'generated' }), ready: '.product' },
  ...Object.fromEntries(
    (['chat', 'documents'] as const).flatMap(app => {
      const opened = { address: `/${app}.html`, ready: '.person, .product' }
      return [
        [`app-${app}-sign-in`, opened],
        [`app-${app}`, { ...opened, prepare: signIn }],
        [`app-${app}-account`, { ...opened, prepare: openAccount }],
        [`app-${app}-people`, { ...opened, prepare: openPeople }],
        [`app-${app}-changed-rights`, { ...opened, prepare: changeRights }],
      ]
    }),
  ),
  dutch: { address: lookAt({ ...EDITED, lang: 'nl' }, 'what-if'), ready: '[data-flip]' },
  ...Object.fromEntries(
    PRODUCTS.flatMap(({ id, people, packages, visitors, sections }) =>
      sections.map(section => {
        const [visitor] = visitors
        const person = people.find(({ subject }) => subject === visitor?.person)
        const parts = { product: id, ...person, ...packages[visitor?.package ?? ''], section }
        return [`${id}-${section}`, { address: lookAt(parts), ready: '.product' }]
      }),
    ),
  ),
}

for (const [name, { address, ready, before, prepare }] of Object.entries(SCENES)) {
  test(name, async ({ page, complaints }) => {
    await before?.(page)
    await inEveryWidth(page, name, async () => {
      await page.goto(address)
      await expect(page.locator(ready).first()).toBeVisible()
      await prepare?.(page)
    })
    complaints.length = 0
  })
}

test('own-app', async ({ page, site, baseURL }) => {
  const app = `${site.app}/app.html?workbench=${new URL(baseURL ?? '').origin}`
  await inEveryWidth(page, 'own-app', async () => {
    await page.goto('/')
    await page.getByLabel('Address of the app').fill(app)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(page.frameLocator('.app-frame').locator('#state')).toHaveText(/^ready 2/)
  })
})

/** Opens a page in every width, and makes a picture of it in light, dark and forced colours. */
async function inEveryWidth(page: Page, name: string, open: () => Promise<void>): Promise<void> {
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('about:blank')
    await open()
    const picture = (colours: string) =>
      page.screenshot({ path: `target/pictures/${name}-${width}-${colours}.png` })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await picture(colorScheme)
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    await picture('forced')
    await page.emulateMedia({ forcedColors: 'none' })
    await expectNoOverflow(page)
  }
}

/** The pictures of www/README.md: the address, and in which colours. */
const README: Readonly<Record<string, readonly [string, 'light' | 'dark']>> = {
  look: [lookAt({ ...MANAGER, ...WIDTHS }), 'light'],
  inspect: [lookAt({ ...AGENT, section: 'inbox', inspect: 'on' }), 'light'],
  why: [lookAt(EXPORT), 'dark'],
  matrix: [lookAt(MANAGER, 'matrix'), 'light'],
}

for (const [name, [address, colorScheme]] of Object.entries(README)) {
  test(`${name}, for www/README.md`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 760 })
    await page.emulateMedia({ colorScheme })
    await page.goto(address)
    await expect(page.locator('.product, [data-cell]').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `www/pictures/${name}.png` })
  })
}

function press(name: string | RegExp): (page: Page) => Promise<void> {
  return page => page.getByRole('button', { name }).first().click()
}

/** Opens the fields of the bar, which a phone folds away. */
async function openBar(page: Page): Promise<void> {
  const folded = page.getByRole('button', { name: /^Change what is seen/ })
  if (await folded.isVisible()) await folded.click()
  else await press(/^Seen as/)(page)
}

async function openMore(page: Page): Promise<void> {
  const folded = page.getByRole('button', { name: /^Change what is seen/ })
  if (await folded.isVisible()) await folded.click()
  await press(/^More/)(page)
}

/** Signs in to a sample app, unless somebody is. */
async function signIn(page: Page): Promise<void> {
  const person = page.locator('.person').first()
  if (await person.isVisible()) await person.click()
  await expect(page.locator('.product')).toBeVisible()
}

async function openAccount(page: Page): Promise<void> {
  await signIn(page)
  await press(/^Your account/)(page)
}

async function openPeople(page: Page): Promise<void> {
  await openAccount(page)
  await page.getByRole('menuitem', { name: 'People and plans' }).click()
  await expect(page.locator('.people-person').first()).toBeVisible()
}

/** Gives whoever is signed in another role, and goes back to their page. */
async function changeRights(page: Page): Promise<void> {
  await openPeople(page)
  await page
    .locator('.people-person')
    .first()
    .getByRole('button', { name: /Role of/ })
    .first()
    .click()
  await page.locator('[role="option"]:not([aria-selected="true"])').last().click()
  await press('Close')(page)
  await expect(page.locator('.notice')).toBeVisible()
}
