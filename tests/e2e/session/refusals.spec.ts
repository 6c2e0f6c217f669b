import { controls, expect, test, tryToBreak } from '../fixtures.ts'

test('an edited snapshot is refused with its code, and the previous rights stay', async ({
  page,
  openAs,
}) => {
  await openAs('live-agent', 'reports', { package: 'included' })
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

test('an edited snapshot is refused for its signature while none is in force, too', async ({
  page,
  openAs,
}) => {
  await openAs('live-agent', 'reports', { start: 'expired' })
  await expect(page.getByRole('alert')).toContainText('ERR_SNAPSHOT_EXPIRED')
  await tryToBreak(page, 'Edit the snapshot')
  await expect(page.getByRole('alert')).toContainText('ERR_SIGNATURE_INVALID')
  expect([...(await controls(page)).keys()]).toEqual([])
})

test('an expired snapshot is refused with its code, and the previous rights stay', async ({
  page,
  openAs,
}) => {
  await openAs('sales-admin', 'reports')
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
  test(`a session that starts with an ${start} snapshot has no rights`, async ({
    page,
    openAs,
  }) => {
    await openAs('sales-admin', 'reports', { start })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This snapshot was refused')
    await expect(page.getByRole('alert')).toContainText(code)
    expect([...(await controls(page)).keys()]).toEqual([])
    await expect(page.getByRole('navigation')).toHaveCount(0)

    await page.getByRole('button', { name: 'Get a fresh snapshot' }).click()
    await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  })
}
