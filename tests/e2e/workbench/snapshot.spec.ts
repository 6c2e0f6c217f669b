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
  const set = await keys.inputValue()
  const one = JSON.stringify(JSON.parse(set).keys[0])
  const headers = 'HTTP/2 200\ncontent-type: application/json\nreport-to: {"group":"a"}\n\n'
  const wrapped = (width: number, by: string) =>
    bare.match(new RegExp(`.{1,${width}}`, 'g'))?.join(by) ?? ''
  const access = `${toBase64url('{"alg":"EdDSA","typ":"at+jwt"}')}.e30.${'A'.repeat(86)}`
  const step = page.locator('[data-step="text"]')
  for (const [text, leftOut] of [
    [bare, ''],
    [`\n  ${bare}  \n`, 'white space around it'],
    [`\ufeff${bare}\r\n`, 'white space around it'],
    [`${headers}{"token": "${bare}"}`, 'HTTP/2 200 content-type: application'],
    [`"${bare}\\n"`, '" \\n"'],
    [`{&quot;token&quot;:&quot;${bare}&quot;}`, '{&quot;token&quot;:&quot; &quot;}'],
    [`bearer ${bare}`, '“Bearer”'],
    [`token=${bare}; Path=/`, 'token= ; Path=/'],
    [`keys.${bare}`, 'keys.'],
    [`The token is ${bare}.`, 'The token is .'],
    [wrapped(64, '\n'), 'line breaks inside it'],
    [`${wrapped(76, '\r\n    ')}\nConnection #0 left intact`, 'Connection #0 left intact'],
    [`> Authorization: Bearer ${access}\n\n${bare}`, '“Bearer”, another token'],
  ] as const) {
    await token.fill('')
    await token.fill(text)
    await expect(results(page, 'passed')).toHaveCount(10)
    await expect(step).toContainText(leftOut)
  }
  await expect(step).not.toContainText('line breaks')
  for (const text of [
    `${headers}${set}\n`,
    `{"jwks": ${set}}`,
    one,
    `[${one}]`,
    `{"cached": {"at": 1}, "set": {"keys": [${one}]}}`,
    set.replace(/"/g, '&quot;'),
    JSON.stringify(JSON.stringify(JSON.parse(set))),
  ]) {
    await keys.fill('')
    await keys.fill(text)
    await expect(results(page, 'passed')).toHaveCount(10)
  }
})

test('what is no token, or no key set, is refused for what it is', async ({ page }) => {
  const token = page.getByLabel('Token', { exact: true })
  const keys = page.getByLabel('Key set', { exact: true })
  const [, bare = ''] = /Bearer (\S+)/.exec(await token.inputValue()) ?? []
  const set = await keys.inputValue()
  const [header = '', payload = '', signature = ''] = bare.split('.')
  const failed = page.locator('[data-result="failed"]')
  const none = toBase64url('{"alg":"none","typ":"role-snapshot+jwt"}')
  const encrypted = toBase64url('{"alg":"dir","enc":"A256GCM"}')
  for (const [text, step, code] of [
    ['hello', 'text', 'ERR_TOKEN_MALFORMED'],
    [`Bearer ${none}.${payload}.\n`, 'shape', 'ERR_TOKEN_MALFORMED'],
    [`${none}.${payload}.${signature}`, 'header', 'ERR_ALG_NOT_ALLOWED'],
    [
      `"${encrypted}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"`,
      'shape',
      'ERR_TOKEN_MALFORMED',
    ],
    [`${header}.${payload}.${signature}==`, 'shape', 'ERR_TOKEN_MALFORMED'],
    [`${header}.${payload}`, 'shape', 'ERR_TOKEN_MALFORMED'],
    [`${header}.${payload}.${signature.slice(0, 40)}`, 'signature', 'ERR_SIGNATURE_INVALID'],
    [set, 'text', 'ERR_TOKEN_MALFORMED'],
  ] as const) {
    await token.fill(text)
    await expect(failed).toHaveAttribute('data-step', step)
    await expect(failed).toContainText(code)
  }
  await token.fill(bare)
  for (const [text, says] of [
    ['-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----', 'This is PEM.'],
    [bare, 'ERR_KEYS_INVALID'],
    ['[]', 'ERR_KEYS_INVALID'],
    [set.replace('"x":', '"d": "AAAA", "x":'), 'ERR_KEYS_INVALID'],
  ] as const) {
    await keys.fill(text)
    await expect(failed).toHaveAttribute('data-step', 'keys')
    await expect(failed).toContainText(says)
  }
  // A key set that cannot be used says nothing of the token.
  await token.fill('hello')
  await expect(failed).toHaveAttribute('data-step', 'text')
  await expect(results(page, 'passed')).toHaveCount(0)
})

test('what was pasted is in no address, storage or request', async ({ page }) => {
  const requests: string[] = []
  page.on('request', request => requests.push(request.url() + (request.postData() ?? '')))
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  const [, payload = '', signature = ''] = token.split('.')
  await page.getByLabel('Audience').fill('another-app')
  await page.getByLabel('Audience').fill('documents')
  await page.getByRole('link', { name: 'Look as this person' }).first().click()
  await expect(page.getByRole('button', { name: 'Seen as Manager' })).toBeVisible()
  const kept = await page.evaluate(async () => [
    location.href,
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie]),
    JSON.stringify([await indexedDB.databases(), (await caches.keys()).length]),
  ])
  for (const text of [...kept, ...requests]) {
    expect(text).not.toContain(payload.slice(0, 60))
    expect(text).not.toContain(signature.trim())
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

const toBase64url = (text: string) => Buffer.from(text).toString('base64url')

function results(page: Page, result: string) {
  return page.locator(`[data-result="${result}"]`)
}
