import { controls, expect, test } from '../fixtures.ts'

test('without the engine nothing is allowed, and the page says so', async ({
  page,
  openAs,
  complaints,
}) => {
  await page.route('**/*.wasm', route => route.abort())
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
