import { controls, expect, test, tryToBreak } from '../fixtures.ts'

test('expiry disables everything that was shown, and what was hidden stays hidden', async ({
  page,
  openAs,
}) => {
  await openAs('marketing-user', 'admin-settings', { package: 'included' })
  const before = await controls(page)
  await tryToBreak(page, 'Let ten minutes pass')
  await expect(page.getByRole('alert')).toContainText('The rights have expired')
  const after = await controls(page)
  expect(new Set(after.keys())).toEqual(new Set(before.keys()))
  for (const [permission, outcomes] of after) {
    expect([permission, ...outcomes]).toEqual([permission, 'disable'])
  }

  await page.getByRole('button', { name: 'Get a fresh snapshot' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect.poll(() => controls(page)).toEqual(before)
})

test('a stale snapshot is renewed, but not again and again while the clock is ahead', async ({
  page,
  openAs,
}) => {
  const requests: string[] = []
  page.on('request', request => {
    if (request.url().includes('/api/role-snapshot')) requests.push(request.url())
  })
  await page.clock.install()
  await openAs('sales-admin', 'reports')
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  const atFirst = requests.length

  // Past the refresh time of the snapshot. Whatever the server signs now is stale at once, too.
  await page.clock.fastForward('02:40')
  await expect.poll(() => requests.length).toBe(atFirst + 1)
  await page.clock.runFor(10_000)
  expect(requests.length).toBe(atFirst + 1)
  await page.clock.runFor(30_000)
  await expect.poll(() => requests.length).toBe(atFirst + 2)
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
})
