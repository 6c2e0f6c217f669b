import { expect, test } from '@playwright/test'

/** A page of somebody who is signed in, in a browser of their own, and what it has to say. */
async function pageOf(browser, baseURL, person, options = {}) {
  const context = await browser.newContext({ baseURL, ...options })
  await context.addCookies([{ name: 'person', value: person, url: baseURL }])
  const page = await context.newPage()
  const problems = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  return { page, problems }
}

const row = (page, text) => page.getByRole('listitem').filter({ hasText: text })
const remove = (page, text) => row(page, text).getByRole('button', { name: 'Delete' })
const DENIED = ['aria-disabled', 'true']

/** What each of the two sees. */
async function looksRight(page, person) {
  await expect(remove(page, 'Bridge survey')).not.toHaveAttribute('aria-disabled')
  const others = remove(page, 'Harbour plan')
  const exported = page.getByRole('button', { name: /^Export/ })
  if (person === 'ada') {
    await expect(others).not.toHaveAttribute('aria-disabled')
    await expect(exported).toHaveText('Export')
  } else {
    await expect(others).toHaveAttribute(...DENIED)
    await expect(others).toHaveAccessibleDescription('You can only do this with what you own.')
    await expect(exported).toHaveText('Export (Pro plan)')
    await expect(exported).toHaveAccessibleDescription('This is included in the Pro plan.')
  }
  await expect(page.getByRole('button', { name: 'Add' })).toBeVisible()
}

for (const person of ['ada', 'ben']) {
  test(`the server's page is right for ${person} without a script`, async ({
    browser,
    baseURL,
  }) => {
    const { page } = await pageOf(browser, baseURL, person, { javaScriptEnabled: false })
    await page.goto('/')
    await looksRight(page, person)
  })

  test(`nothing flashes while the browser takes ${person}'s page over`, async ({
    browser,
    baseURL,
  }) => {
    const { page, problems } = await pageOf(browser, baseURL, person)
    await page.addInitScript(() => {
      globalThis.flashes = []
      const isControl = node => node.nodeType === 1 && node.closest('button')
      new MutationObserver(changes => {
        for (const { type, target, attributeName, removedNodes } of changes) {
          if (type === 'attributes' && isControl(target)) globalThis.flashes.push(attributeName)
          for (const node of removedNodes) if (isControl(node)) globalThis.flashes.push('removed')
        }
      }).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['aria-disabled', 'aria-busy', 'data-gate-outcome', 'hidden'],
      })
    })
    await page.goto('/')
    // The answers that travelled go once they have served.
    await expect(page.locator('script[type="application/json"]')).toHaveCount(0)
    await looksRight(page, person)
    expect(await page.evaluate(() => globalThis.flashes)).toEqual([])
    expect(problems).toEqual([])
  })
}

test('two people at once each see their own', async ({ browser, baseURL }) => {
  const visits = Array.from({ length: 8 }, (_, visit) => (visit % 2 === 0 ? 'ada' : 'ben'))
  await Promise.all(
    visits.map(async person => {
      const { page, problems } = await pageOf(browser, baseURL, person)
      await page.goto('/')
      await looksRight(page, person)
      expect(problems).toEqual([])
      await page.context().close()
    }),
  )
})

test('a person signs in, adds a note and deletes it, and another signs in after them', async ({
  browser,
  baseURL,
}) => {
  const { page, problems } = await pageOf(browser, baseURL, 'nobody')
  await page.goto('/')
  await page.getByRole('button', { name: /Ben/ }).click()
  await page.getByLabel('Text').fill('Tide table')
  await page.getByRole('button', { name: 'Add' }).click()
  await remove(page, 'Tide table').click()
  await expect(row(page, 'Tide table')).toHaveCount(0)
  await looksRight(page, 'ben')
  // A denied control does nothing, and may be clicked by force.
  await remove(page, 'Harbour plan').click({ force: true })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: /Ada/ }).click()
  await looksRight(page, 'ada')
  expect(problems).toEqual([])
})

test('an open page asks for a new token before its own ends', async ({ browser, baseURL }) => {
  const { page, problems } = await pageOf(browser, baseURL, 'ada')
  await page.clock.install()
  await page.goto('/')
  await looksRight(page, 'ada')
  const refreshed = page.waitForResponse(
    response => response.request().headers().rsc === '1' && response.ok(),
  )
  await page.clock.fastForward('06:00')
  await refreshed
  await looksRight(page, 'ada')
  expect(problems).toEqual([])
})
