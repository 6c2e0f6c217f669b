import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from '@playwright/test'

/** A page of somebody, in a browser of their own. */
async function pageOf(browser, name) {
  const page = await (await browser.newContext()).newPage()
  page.problems = []
  page.on('pageerror', error => page.problems.push(error.message))
  await page.goto('/')
  await page.getByRole('button', { name: `Look as ${name}` }).click()
  return page
}

const control = (page, book, name) =>
  page.getByRole('listitem').filter({ hasText: book }).getByRole('button', { name })

test('a librarian lends and takes back; statistics are on offer', async ({ browser }) => {
  const page = await pageOf(browser, 'Ada')
  await control(page, 'Moby-Dick', 'Lend').click()
  await expect(page.getByRole('status')).toHaveText('Lend: Moby-Dick')
  await control(page, 'Moby-Dick', 'Return').click()
  await expect(page.getByRole('status')).toHaveText('Return: Moby-Dick')
  await expect(page.getByRole('button', { name: 'Statistics' })).toHaveCount(0)
  await expect(page.getByText('part of the Town plan')).toBeVisible()
  expect(page.problems).toEqual([])
})

test('a reader returns what is theirs, and hears why no more', async ({ browser }) => {
  const page = await pageOf(browser, 'Ben')
  await expect(control(page, 'Moby-Dick', 'Return')).toBeEnabled()
  await expect(control(page, 'Moby-Dick', 'Lend')).toHaveCount(0)
  const others = control(page, 'Middlemarch', 'Return')
  await expect(others).toBeDisabled()
  await others.focus()
  await expect(others).toBeFocused()
  await expect(others).toHaveAccessibleDescription(
    'You can only do this with what is assigned to you.',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText(
    'You can only do this with what is assigned to you.',
  )
  await control(page, 'Moby-Dick', 'Return').click()
  await expect(page.getByRole('status')).toHaveText('Return: Moby-Dick')
  expect(page.problems).toEqual([])
})

test('nobody may do anything before they are known', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Lend' })).toHaveCount(2)
  for (const lend of await page.getByRole('button', { name: 'Lend' }).all()) {
    await expect(lend).toBeDisabled()
    await expect(lend).toHaveAttribute('aria-busy', 'true')
  }
})

test('no request ends the server', async ({ page, baseURL }) => {
  const { hostname, port } = new URL(baseURL)
  const end = 'Host: page\r\nConnection: close\r\n'
  for (const request of [
    `GET // HTTP/1.1\r\n${end}\r\n`,
    `GET http://[ HTTP/1.1\r\n${end}\r\n`,
    `GET /%00 HTTP/1.1\r\n${end}\r\n`,
    `POST /session HTTP/1.1\r\n${end}Content-Length: 99\r\n\r\nperson=`,
  ]) {
    const socket = connect(port, hostname).on('error', () => {})
    socket.end(request)
    socket.resume()
    await once(socket, 'close')
  }
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible()
})
