import { controls, expect, test } from '../fixtures.ts'

/** The engine as a file of its own, and the copy that a script of the package carries. */
const ENGINE_FILE = '**/*.wasm'
const ENGINE_COPY = '**/rolegate-base64-*.js'

test('the copy of the engine in the script takes over where the engine’s file is lost', async ({
  page,
  openAs,
  complaints,
}) => {
  await page.route(ENGINE_FILE, route => route.abort())
  await openAs('sales-admin', 'reports')
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  complaints.length = 0
})

test('without the engine nothing is allowed, and the page says so', async ({
  page,
  openAs,
  complaints,
}) => {
  await page.route(ENGINE_FILE, route => route.abort())
  await page.route(ENGINE_COPY, route => route.abort())
  await openAs('sales-admin', 'reports')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The permission engine could not start',
  )
  await expect(page.getByRole('alert')).toContainText('ERR_ENGINE_UNAVAILABLE')
  expect([...(await controls(page)).keys()]).toEqual([])
  complaints.length = 0
})

test('without snapshots from the server nothing is allowed, and the page says so', async ({
  page,
  openAs,
  complaints,
}) => {
  await page.route('**/api/role-snapshot**', route => route.fulfill({ status: 503 }))
  await openAs('sales-admin', 'reports')
  await expect(page.getByRole('alert')).toContainText('ERR_FETCH_FAILED')
  expect([...(await controls(page)).keys()]).toEqual([])
  complaints.length = 0
})

test('the page says that the demo server does not answer', async ({ page, complaints }) => {
  await page.route('**/api/demo', route => route.abort())
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The demo server does not answer',
  )
  complaints.length = 0
})

test('the page says that it cannot be displayed', async ({ page, complaints }) => {
  await page.route('**/api/demo', route =>
    route.fulfill({
      json: {
        products: [{ id: 'pandadoc', people: [{ id: 'owner' }], packages: [{ id: 'business' }] }],
      },
    }),
  )
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page could not be displayed',
  )
  complaints.length = 0
})
