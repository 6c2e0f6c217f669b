import { expect, test } from '@playwright/test'

/** A page of somebody who has signed in, in a browser of their own. */
async function signedIn(browser, name) {
  const page = await (await browser.newContext()).newPage()
  page.problems = []
  page.on('pageerror', error => page.problems.push(error.message))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) page.problems.push(message.text())
  })
  await page.goto('/')
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await expect(page.getByText(`Signed in as ${name}`)).toBeVisible()
  return page
}

const close = (page, title) =>
  page.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: 'Close' })
const report = page => page.getByRole('button', { name: /^Export reports/ })
const SOON = { timeout: 1000 }

test('each person sees what they may do, and why not', async ({ browser }) => {
  const ben = await signedIn(browser, 'Ben')
  await expect(ben.getByRole('listitem')).toHaveText([/Printer/, /password/])
  await expect(close(ben, 'Printer')).toBeEnabled()
  await expect(close(ben, 'password')).toBeDisabled()
  await expect(close(ben, 'password')).toHaveAccessibleDescription(
    'You can only do this with what is assigned to you.',
  )
  await expect(report(ben)).toHaveText('Export reports (Pro plan)')
  await expect(ben.getByText('Ada changes the plan.')).toBeVisible()
  const ada = await signedIn(browser, 'Ada')
  await expect(ada.getByRole('listitem')).toHaveCount(3)
  await expect(close(ada, 'password')).toBeEnabled()
  await expect(ada.getByText('Ada changes the plan.')).toHaveCount(0)
  expect([...ben.problems, ...ada.problems]).toEqual([])
})

test('a plan that is bought and left reaches an open page within a second', async ({ browser }) => {
  const [ada, ben] = [await signedIn(browser, 'Ada'), await signedIn(browser, 'Ben')]
  await expect(report(ben)).toBeDisabled()
  await ada.getByRole('button', { name: 'Buy Pro' }).click()
  await expect(report(ben)).toBeEnabled(SOON)
  await report(ben).click()
  await expect(ben.getByRole('status')).toHaveText('3 open')
  await ada.getByRole('button', { name: 'Leave Pro' }).click()
  await expect(report(ben)).toBeDisabled(SOON)
  expect((await ben.request.get('/api/report')).status()).toBe(403)
  expect((await ben.request.put('/api/plan', { data: { plan: 'pro' } })).status()).toBe(403)
})

test('a denied control says why, and does nothing', async ({ browser }) => {
  const ben = await signedIn(browser, 'Ben')
  await expect(close(ben, 'password')).toBeDisabled()
  await close(ben, 'password').click({ force: true })
  await expect(ben.getByRole('status')).toHaveText(
    'You can only do this with what is assigned to you.',
  )
  await close(ben, 'Printer').click()
  await expect(ben.getByRole('listitem')).toHaveText([/password/])
  expect((await ben.request.delete('/api/tickets/t2')).status()).toBe(403)
})

test('who is not signed in hears of nothing, and a malformed body is refused', async ({
  browser,
  request,
}) => {
  expect((await request.get('/api/role-events')).status()).toBe(401)
  const ada = await signedIn(browser, 'Ada')
  const headers = { 'content-type': 'application/json' }
  for (const data of ['', '{', 'null', '{}']) {
    const put = await ada.request.put('/api/plan', { headers, data })
    expect(put.status(), data).toBe(400)
    expect((await request.post('/api/session', { headers, data })).status(), data).toBe(400)
  }
})
