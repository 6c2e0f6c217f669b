import { expect, test } from '@playwright/test'
import pg from 'pg'
import { startInstance } from '../instances.js'
import { startPostgres } from '../postgres.js'

const PORTS = [4311, 4312]
const address = at => `http://127.0.0.1:${PORTS[at]}/`
const instances = []
let postgres

const start = async at => {
  instances[at] = await startInstance(postgres.url, PORTS[at])
}

test.beforeAll(async () => {
  postgres = await startPostgres()
  await Promise.all([start(0), start(1)])
})
test.afterAll(async () => {
  for (const instance of instances) await instance.kill()
  await postgres.stop()
})

/** A page of somebody who has signed in at an instance, in a browser of their own. */
async function signedIn(browser, name, at) {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address(at))
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('status')).not.toBeEmpty()
  return page
}

const make = async (page, name, role) => {
  const answered = page.waitForResponse(/\/role$/)
  await page.getByRole('button', { name: `Make ${name} ${role}` }).click()
  expect((await answered).status()).toBe(200)
}
const says = (page, text, timeout) => expect(page.getByRole('status')).toHaveText(text, { timeout })

test('a change through one instance reaches the pages of the other within a second', async ({
  browser,
}) => {
  const [ada, ben] = [await signedIn(browser, 'ada', 0), await signedIn(browser, 'ben', 1)]
  await says(ben, 'You may write')
  await make(ada, 'ben', 'Reader')
  await says(ben, 'You may read', 1000)
  await expect(ben.getByRole('button', { name: 'Write' })).toHaveCount(0)
  const refused = await ben.request.post(`${address(1)}api/notes`, { data: { words: 'mine' } })
  expect(refused.status()).toBe(403)
  const empty = await ben.request.post(`${address(1)}api/notes`)
  expect(empty.status()).toBe(400)
  await make(ada, 'ben', 'Author')
  await says(ben, 'You may write', 1000)
  await ben.getByLabel('Note').fill('hello')
  await ben.getByRole('button', { name: 'Write' }).click()
  await expect(ben.getByRole('listitem')).toHaveText('ben: hello')
})

for (const dead of [0, 1]) {
  test(`instance ${dead} may be killed, and comes back with nothing lost`, async ({ browser }) => {
    const ben = await signedIn(browser, 'ben', dead)
    const ada = await signedIn(browser, 'ada', 1 - dead)
    await says(ben, 'You may write')
    await instances[dead].kill()
    // Ben's page has no server, and keeps its answers; Ada works on.
    await make(ada, 'ben', 'Reader')
    await says(ben, 'You may write')
    await start(dead)
    // With another key, and after a change of which it was not told.
    await says(ben, 'You may read', 30_000)
    await make(ada, 'ben', 'Author')
    await says(ben, 'You may write', 1000)
  })
}

test('the database may crash in the middle of a request, and comes back with nothing lost', async ({
  browser,
}) => {
  const [ada, ben] = [await signedIn(browser, 'ada', 0), await signedIn(browser, 'ben', 1)]
  await says(ben, 'You may write')
  const other = new pg.Client({ connectionString: postgres.url })
  other.on('error', () => {})
  await other.connect()
  await other.query('BEGIN')
  await other.query(`SELECT 1 FROM people WHERE id = 'ben' FOR UPDATE`)
  const waiting = ben.request.get(`${address(1)}api/role-snapshot`)
  await expect
    .poll(async () => {
      const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`
      return (await other.query(waits)).rows.length
    })
    .toBe(1)
  await postgres.restart()
  expect((await waiting).status()).toBe(500)
  // Neither instance has ended, and what was said before the crash is still known.
  for (const [page, at] of [
    [ada, 0],
    [ben, 1],
  ]) {
    const notes = () => page.request.get(`${address(at)}api/notes`)
    await expect.poll(async () => (await notes()).status()).toBe(200)
  }
  await make(ada, 'ben', 'Reader')
  await says(ben, 'You may read', 30_000)
  await make(ada, 'ben', 'Author')
  await says(ben, 'You may write', 1000)
})

test('newer rights have the higher number, whichever instance issues', async ({ browser }) => {
  const [ada, ben] = [await signedIn(browser, 'ada', 0), await signedIn(browser, 'ben', 1)]
  const snapshot = async at => {
    const token = await (await ben.request.get(`${address(at)}api/role-snapshot`)).text()
    const { seq, memberships } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'))
    return { seq, role: memberships[0].roles[0] }
  }
  const issued = []
  for (const role of ['reader', 'author', 'reader', 'author']) {
    const change = ada.request.put(`${address(0)}api/people/ben/role`, { data: { role } })
    const during = Array.from({ length: 10 }, (_, turn) => snapshot(turn % 2))
    await change
    issued.push((await Promise.all(during)).toSorted((one, other) => one.seq - other.seq))
    // Once it is committed, every further one has it.
    expect((await snapshot(1)).role).toBe(role)
  }
  const numbers = issued.flat().map(({ seq }) => seq)
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const round of issued) {
    // In each round the rights change once at most.
    const changes = round.filter(({ role }, at) => at > 0 && role !== round[at - 1].role)
    expect(changes.length).toBeLessThanOrEqual(1)
  }
})
