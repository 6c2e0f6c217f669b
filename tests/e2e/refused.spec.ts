import { address, controls, expect, open, test, tryToBreak } from './page.ts'

test('an edited snapshot is refused with its code, and the former rights stay', async ({
  page,
}) => {
  await open(page, address('live-agent', 'included', 'reports'))
  const before = await controls(page)
  await tryToBreak(page, 'Edit the snapshot')
  const note = page.getByRole('alert')
  await expect(note).toContainText('The edited snapshot was refused')
  await expect(note).toContainText('ERR_SIGNATURE_INVALID')
  await expect(note).toContainText('Sales Admin')
  expect(await controls(page)).toEqual(before)
  expect(before.has('reports.export')).toBe(false)
  await expect(page.getByRole('button', { name: 'Snapshot: In force' })).toBeVisible()

  await note.getByRole('button', { name: 'Dismiss' }).click()
  await expect(note).toHaveCount(0)
})

test('an edit tried while nothing is in force is refused for its signature, too', async ({
  page,
}) => {
  await open(page, `${address('live-agent', 'prime', 'reports')}?start=expired`)
  await expect(page.getByRole('alert')).toContainText('ERR_SNAPSHOT_EXPIRED')
  await tryToBreak(page, 'Edit the snapshot')
  await expect(page.getByRole('alert')).toContainText('ERR_SIGNATURE_INVALID')
  expect([...(await controls(page)).keys()]).toEqual([])
})

test('an expired snapshot is refused with its code, and the former rights stay', async ({
  page,
}) => {
  await open(page, address('sales-admin', 'prime', 'reports'))
  const before = await controls(page)
  await tryToBreak(page, 'Load an expired snapshot')
  await expect(page.getByRole('alert')).toContainText('ERR_SNAPSHOT_EXPIRED')
  expect(await controls(page)).toEqual(before)
  expect(before.get('reports.export')).toEqual(new Set(['show']))
})

for (const [start, code] of [
  ['edited', 'ERR_SIGNATURE_INVALID'],
  ['expired', 'ERR_SNAPSHOT_EXPIRED'],
] as const) {
  test(`a session that starts with an ${start} snapshot has no rights`, async ({ page }) => {
    await open(page, `${address('sales-admin', 'prime', 'reports')}?start=${start}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This snapshot was refused')
    await expect(page.getByRole('alert')).toContainText(code)
    expect([...(await controls(page)).keys()]).toEqual([])
    await expect(page.getByRole('navigation')).toHaveCount(0)

    await page.getByRole('button', { name: 'Get a fresh snapshot' }).click()
    await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  })
}

test('once time is out everything in reach is disabled, and what never was stays away', async ({
  page,
}) => {
  await open(page, address('marketing-user', 'included', 'admin-settings'))
  const before = await controls(page)
  await tryToBreak(page, 'Let ten minutes pass')
  await expect(page.getByRole('alert')).toContainText('The rights have run out')
  const after = await controls(page)
  expect(new Set(after.keys())).toEqual(new Set(before.keys()))
  for (const [permission, outcomes] of after) {
    expect([permission, ...outcomes]).toEqual([permission, 'disable'])
  }

  await page.getByRole('button', { name: 'Get a fresh snapshot' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect.poll(() => controls(page)).toEqual(before)
})

test('without the engine nothing is allowed, and the page says so', async ({
  page,
  complaints,
}) => {
  await page.route('**/*.wasm', route => route.abort())
  await open(page, address('sales-admin', 'prime', 'reports'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The permission engine could not start',
  )
  await expect(page.getByRole('alert')).toContainText('ERR_ENGINE_UNAVAILABLE')
  expect([...(await controls(page)).keys()]).toEqual([])
  complaints.length = 0
})

test('without the server nothing is allowed, and the page says so', async ({
  page,
  complaints,
}) => {
  await page.route('**/api/role-snapshot**', route => route.fulfill({ status: 503 }))
  await open(page, address('sales-admin', 'prime', 'reports'))
  await expect(page.getByRole('alert')).toContainText('ERR_FETCH_FAILED')
  expect([...(await controls(page)).keys()]).toEqual([])
  complaints.length = 0
})

test('an unreachable demo is said, not shown as a blank page', async ({ page, complaints }) => {
  await page.route('**/api/demo', route => route.abort())
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The demo server does not answer',
  )
  complaints.length = 0
})

test('a snapshot is renewed in time, and not over and over if the clock is ahead', async ({
  page,
}) => {
  const requests: string[] = []
  page.on('request', request => {
    if (request.url().includes('/api/role-snapshot')) requests.push(request.url())
  })
  await page.clock.install()
  await open(page, address('sales-admin', 'prime', 'reports'))
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  const atFirst = requests.length

  // Past the snapshot's refresh time; what the server signs now is stale at once, too.
  await page.clock.fastForward('02:40')
  await expect.poll(() => requests.length).toBe(atFirst + 1)
  await page.clock.runFor(10_000)
  expect(requests.length).toBe(atFirst + 1)
  await page.clock.runFor(30_000)
  await expect.poll(() => requests.length).toBe(atFirst + 2)
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
})

test('a page that cannot be drawn says so', async ({ page, complaints }) => {
  await page.route('**/api/demo', route =>
    route.fulfill({
      json: {
        products: [{ id: 'pandadoc', people: [{ id: 'owner' }], packages: [{ id: 'business' }] }],
      },
    }),
  )
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be drawn')
  complaints.length = 0
})
