import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

test.beforeEach(async ({ page }) => {
  await page.goto('/#/snapshot')
  await page.getByRole('button', { name: 'Fill in an example' }).click()
  await expect(results(page, 'passed')).toHaveCount(10)
})

test('the first step that does not hold ends the verification, and says why', async ({ page }) => {
  await page.getByLabel('Audience').fill('another-app')
  await expect(page.locator('[data-step="claims"]')).toHaveAttribute('data-result', 'failed')
  await expect(page.locator('[data-step="claims"]')).toContainText('ERR_CLAIM_INVALID')
  await expect(results(page, 'passed')).toHaveCount(6)
  await expect(results(page, 'open')).toHaveCount(3)
  await expect(page.getByRole('link', { name: 'Look as this person' })).toHaveCount(0)
})

test('token and keys are found in whatever was copied with them', async ({ page }) => {
  const token = page.getByLabel('Token', { exact: true })
  const keys = page.getByLabel('Key set', { exact: true })
  const [, bare = ''] = /Bearer (\S+)/.exec(await token.inputValue()) ?? []
  const headers = 'HTTP/2 200\ncontent-type: application/json\n\n'
  await keys.fill(`${headers}${await keys.inputValue()}\n`)
  for (const text of [bare, `\n  ${bare}  \n`, `${headers}{"token": "${bare}"}`, `"${bare}"`]) {
    await token.fill('')
    await token.fill(text)
    await expect(results(page, 'passed')).toHaveCount(10)
  }
})

test('what is not checked is said to be unchecked', async ({ page }) => {
  await page.getByLabel('Issuer').fill('')
  await expect(page.locator('[data-step="claims"]')).toContainText('not checked')
})

test('another key set refuses it', async ({ page }) => {
  await page.getByLabel('Key set', { exact: true }).fill('{"keys": []}')
  await expect(page.locator('[data-result="failed"]')).toHaveCount(1)
  await expect(page.locator('[data-result="failed"]')).toContainText('ERR_KEYS_INVALID')
})

test('an expired snapshot is read as of issue, and looked as then', async ({ page }) => {
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  const keys = await page.getByLabel('Key set', { exact: true }).inputValue()
  await page.clock.install({ time: Date.now() + 3 * 60 * 60 * 1000 })
  await page.reload()
  await page.getByLabel('Token', { exact: true }).fill(token)
  await page.getByLabel('Key set', { exact: true }).fill(keys)
  await expect(page.locator('[data-step="time"]')).toContainText('ERR_SNAPSHOT_EXPIRED')
  await expect(results(page, 'passed')).toHaveCount(9)
  await expect(page.getByText('As of issue')).toBeVisible()
  await expect(page.locator('.reading')).toContainText('3 hours ago')
  await page.getByRole('link', { name: 'Look as this person' }).first().click()
  await expect(page.getByRole('button', { name: 'Seen as Manager' })).toBeVisible()
})

test('every attempt to break it is refused with its code, and what was verified stays', async ({
  page,
}) => {
  const answer = page.locator('.break-answer')
  for (const [attempt, code] of [
    ['Write every role into it', 'ERR_SIGNATURE_INVALID'],
    ['Write every plan into it', 'ERR_SIGNATURE_INVALID'],
    ['Say that it is not signed', 'ERR_ALG_NOT_ALLOWED'],
  ] as const) {
    await page.getByRole('button', { name: attempt }).click()
    await expect(answer).toContainText(code)
    await expect(page.locator('.reading')).toContainText('72 of 132 permissions can be used')
  }
  await page.getByRole('button', { name: 'Write every role into it' }).click()
  // Only what was not held before is said to be added.
  await expect(answer).toContainText('Added: Account owner, Admin, Collaborator.')
})

test('after expiry only what was held is called expired', async ({ page }) => {
  await page.getByRole('button', { name: 'Wait until it has expired' }).click()
  const answer = page.locator('.break-answer')
  await expect(answer).toContainText('rights have expired')
  const [held = 0, never = 0] = (await answer.innerText()).match(/\d+/g)?.map(Number) ?? []
  expect(held + never).toBe(132)
  expect(held).toBeGreaterThan(0)
  expect(never).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Begin again' }).click()
  await expect(page.locator('.reading')).toContainText('72 of 132 permissions can be used')
})

function results(page: Page, result: string) {
  return page.locator(`[data-result="${result}"]`)
}
