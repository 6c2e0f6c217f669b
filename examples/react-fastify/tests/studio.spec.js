import { once } from 'node:events'
import { request as send } from 'node:http'
import { expect, test } from '@playwright/test'

/** A page of somebody who has signed in, in a browser of their own. */
async function signedIn(browser, name) {
  const page = await (await browser.newContext()).newPage()
  page.problems = []
  page.on('pageerror', error => page.problems.push(error.message))
  await page.goto('/')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill('studio')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeVisible()
  return page
}

const row = (page, title) => page.getByRole('listitem').filter({ hasText: title })
const rename = (page, title) => row(page, title).getByRole('button', { name: 'Rename' })
const publish = (page, title) => row(page, title).getByRole('button', { name: /^Publish/ })
const SOON = { timeout: 1000 }

test('each person sees what they may do, and why not', async ({ browser }) => {
  const ben = await signedIn(browser, 'ben')
  await expect(rename(ben, 'Bridge survey')).not.toHaveAttribute('aria-disabled')
  await expect(rename(ben, 'Harbour plan')).toHaveAttribute('aria-disabled', 'true')
  await expect(rename(ben, 'Harbour plan')).toHaveAccessibleDescription(/./)
  await expect(publish(ben, 'Bridge survey')).not.toHaveAttribute('aria-disabled')
  ben.on('dialog', dialog => dialog.accept('Bridge report'))
  await rename(ben, 'Bridge survey').click()
  await expect(row(ben, 'Bridge report')).toBeVisible()
  await rename(ben, 'Harbour plan').click({ force: true })
  await expect(row(ben, 'Harbour plan')).toBeVisible()

  const cleo = await signedIn(browser, 'cleo')
  await expect(publish(cleo, 'Harbour plan')).toHaveCount(0)
  await cleo.getByLabel('Workspace').selectOption('South')
  await expect(publish(cleo, 'Garden notes')).toHaveText('Publish (Team plan)')
  expect([...ben.problems, ...cleo.problems]).toEqual([])
})

test('a person who is demoted knows within a second, and so does the server', async ({
  browser,
}) => {
  const [ada, ben] = [await signedIn(browser, 'ada'), await signedIn(browser, 'ben')]
  await expect(publish(ben, 'Bridge')).toBeVisible()
  const answered = ada.waitForResponse(/team\/ben\/role/)
  await ada.getByLabel('Ben').selectOption('Reader')
  await answered
  await expect(ben.getByRole('status')).toContainText('You may no longer: Edit documents', SOON)
  await expect(publish(ben, 'Bridge')).toHaveCount(0, SOON)
  await expect(rename(ben, 'Bridge')).toHaveAttribute('aria-disabled', 'true')
  const refused = await ben.request.put('/api/north/documents/2/title', { data: { title: 'Mine' } })
  expect(refused.status()).toBe(403)
  // Nor may Ben give it back.
  const own = await ben.request.put('/api/north/team/ben/role', { data: { role: 'author' } })
  expect(own.status()).toBe(403)
  expect((await ben.request.get('/api/south/documents').then(answer => answer.json())).length).toBe(
    0,
  )

  await ada.getByLabel('Ben').selectOption('Author')
  await expect(ben.getByRole('status')).toContainText('You may now: Edit documents', SOON)
  await expect(publish(ben, 'Bridge')).toBeVisible(SOON)
})

test('a request that was begun before is decided by what is true when it has come', async ({
  browser,
  baseURL,
}) => {
  const [ada, ben] = [await signedIn(browser, 'ada'), await signedIn(browser, 'ben')]
  const [cookie] = await ben.context().cookies()
  const headers = { 'content-type': 'application/json', cookie: `session=${cookie.value}` }
  const slow = send(`${baseURL}/api/north/documents/2/title`, { method: 'PUT', headers })
  slow.write('{"title":')
  const become = role => ada.request.put('/api/north/team/ben/role', { data: { role } })
  // The server has read the head of the request before it answers one that was sent later.
  await ben.request.get('/api/me')
  expect((await become('reader')).status()).toBe(200)
  slow.end('"Mine"}')
  const [answer] = await once(slow, 'response')
  expect(answer.resume().statusCode).toBe(403)
  expect((await become('author')).status()).toBe(200)
})

test('an edited role reaches all who hold it', async ({ browser }) => {
  const [ada, cleo] = [await signedIn(browser, 'ada'), await signedIn(browser, 'cleo')]
  await expect(rename(cleo, 'Harbour plan')).toHaveAttribute('aria-disabled', 'true')
  const value = ada
    .getByRole('group', { name: 'What the role Reader allows' })
    .getByRole('group', { name: 'Edit documents' })
  await value.getByRole('button', { name: 'on' }).click()
  await expect(rename(cleo, 'Harbour plan')).not.toHaveAttribute('aria-disabled')
  await value.getByRole('button', { name: 'off' }).click()
  await expect(rename(cleo, 'Harbour plan')).toHaveAttribute('aria-disabled', 'true')
  // What the catalog does not unlock, nobody sets.
  const refused = await ada.request.put('/api/north/roles/reader/team.roles', {
    data: { value: 'write' },
  })
  expect(refused.status()).toBe(403)
})

test('signing out reaches all tabs of the browser', async ({ browser }) => {
  const ada = await signedIn(browser, 'ada')
  const other = await ada.context().newPage()
  await other.goto('/')
  await expect(other.getByRole('heading', { name: 'Documents' })).toBeVisible()
  await ada.getByRole('button', { name: 'Sign out' }).click()
  for (const page of [ada, other]) await expect(page.getByLabel('Password')).toBeVisible()
  expect((await ada.request.get('/api/north/role-snapshot')).status()).toBe(401)
})

test('signing out ends one session, and leaves the person’s other devices alone', async ({
  browser,
}) => {
  const [ada, phone] = [await signedIn(browser, 'ada'), await signedIn(browser, 'ada')]
  await ada.getByRole('button', { name: 'Sign out' }).click()
  await expect(ada.getByLabel('Password')).toBeVisible()
  // The other page still follows what the server tells it.
  const asked = phone.waitForResponse(/role-snapshot/)
  const same = await phone.request.put('/api/north/team/ada/role', { data: { role: 'admin' } })
  expect(same.status()).toBe(200)
  expect((await asked).status()).toBeLessThan(400)
  await expect(phone.getByRole('heading', { name: 'Documents' })).toBeVisible()
})

test('a body that is missing or malformed is refused with what is wrong', async ({ browser }) => {
  const ada = await signedIn(browser, 'ada')
  const headers = { 'content-type': 'application/json' }
  for (const [path, name] of [
    ['documents/1/title', 'title'],
    ['team/ben/role', 'role'],
    ['roles/reader/documents.edit', 'value'],
  ]) {
    const put = options => ada.request.put(`/api/north/${path}`, options)
    const missing = await put({ headers, data: '{}' })
    expect(missing.status()).toBe(400)
    expect((await missing.json()).message).toBe(`body must have required property '${name}'`)
    for (const data of ['', '{', 'null']) {
      expect((await put({ headers, data })).status(), data).toBe(400)
    }
    expect((await put({})).status()).toBe(400)
  }
})

test('no route gives the private key or the database away', async ({ request }) => {
  for (const path of [
    'data/private.jwk',
    'private.jwk',
    '..%2fdata/private.jwk',
    'data/studio.db',
  ]) {
    expect((await request.get(`/${path}`)).status()).toBe(404)
  }
})
