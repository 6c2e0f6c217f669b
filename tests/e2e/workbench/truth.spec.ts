import type { Page } from '@playwright/test'
import { catalogOf } from '../catalogs.ts'
import { expect, lookAt, test } from '../fixtures.ts'
import { PRODUCTS } from '../products.ts'

/** The engine as a file of its own, and the copy that a script carries. */
const ENGINE_FILE = '**/*.wasm'
const ENGINE_COPY = '**/rolegate-base64-*.js'

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

for (const product of PRODUCTS) {
  test(`the bar names the roles in force in ${product.id}, whatever is asked for`, async ({
    page,
  }) => {
    const random = randomFrom(product.id.length)
    const { roles } = catalogOf(product.id)
    for (let round = 0; round < 6; round += 1) {
      const chosen = roles.filter(() => random(3) === 0)
      const [person] = product.people
      const parts = { ...person, product: product.id, roles: chosen.map(({ id }) => id) }
      await page.goto(lookAt(parts))
      const names = chosen.map(({ label }) => label.en).join(' + ') || 'Nobody: no role'
      await expect(page.getByRole('button', { name: `Seen as ${names}` })).toBeVisible()
    }
  })
}

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' })

  test('the copy of the engine in a script takes over where its file is lost', async ({
    page,
    complaints,
  }) => {
    await page.route(ENGINE_FILE, route => route.abort())
    await page.goto(lookAt({ product: 'userlike', roles: ['staff'], entitlements: ['flex'] }))
    await expect(seenAs(page)).toHaveAccessibleName('Seen as Staff')
    complaints.length = 0
  })

  test('without the engine nobody is shown, and the page says why and how to go on', async ({
    page,
    complaints,
  }) => {
    await page.route(ENGINE_FILE, route => route.abort())
    await page.route(ENGINE_COPY, route => route.abort())
    await page.goto(lookAt({ product: 'userlike', roles: ['staff'], entitlements: ['flex'] }))
    await expect(page.locator('.state')).toContainText('The permission engine could not start')
    await expect(page.locator('.product')).toHaveCount(0)
    await expect(seenAs(page)).toHaveCount(0)
    await page.unroute(ENGINE_FILE)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(seenAs(page)).toHaveAccessibleName('Seen as Staff')
    complaints.length = 0
  })

  test('of many presses the last one counts, however fast they are', async ({ page }) => {
    await page.goto(lookAt({ product: 'userlike', entitlements: ['flex'] }))
    await seenAs(page).click()
    const roles = ['Owner', 'Manager', 'Admin', 'Staff', 'Analyst']
    await page.getByRole('listbox', { name: 'Roles, any number' }).evaluate((list, names) => {
      for (const name of names) {
        const option = [...list.querySelectorAll<HTMLElement>('[role="option"]')].find(
          element => element.textContent === name,
        )
        option?.click()
      }
    }, roles)
    await page.keyboard.press('Escape')
    await expect(seenAs(page)).toHaveAccessibleName(`Seen as ${roles.join(' + ')}`)
  })

  test('after a catalog could not be fetched the bar still names who is shown, and says the way on', async ({
    page,
    complaints,
  }) => {
    await page.goto(lookAt({ product: 'userlike', roles: ['staff'], entitlements: ['flex'] }))
    await expect(seenAs(page)).toHaveAccessibleName('Seen as Staff')
    await page.route('**/*.json', route => route.abort())
    await page.evaluate(() => {
      location.hash = '#/look?product=aivo-live&role=agent'
    })
    await expect(page.locator('.state')).toContainText('The catalog could not be fetched')
    await expect(seenAs(page)).toHaveAccessibleName('Seen as Staff')
    await page.unroute('**/*.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(seenAs(page)).toHaveAccessibleName('Seen as Agent')
    await expect(page.locator('.product')).toHaveAttribute('data-product', 'aivo-live')
    complaints.length = 0
  })
})

test('a role edit that is saved is in force, and can be taken back', async ({ page }) => {
  await page.goto(
    lookAt({
      product: 'userlike',
      roles: ['owner'],
      subject: 'owner',
      workspace: 'europe',
      entitlements: ['flex'],
      section: 'roles',
      item: 'staff',
    }),
  )
  await page.locator('[data-value-of="analytics"]').getByText('read', { exact: true }).click()
  await page.getByRole('button', { name: /^Save \d/ }).click()
  await page.getByRole('button', { name: 'Draft: 1 change' }).click()
  const changes = page.getByRole('dialog')
  await expect(changes).toContainText('Staff: Analytics → read')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Seen as/ }).click()
  await page.getByRole('option', { name: 'Staff' }).first().click()
  await page.getByRole('option', { name: 'Owner' }).first().click()
  await page.keyboard.press('Escape')
  await expect(seenAs(page)).toHaveAccessibleName('Seen as Staff')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.locator('[data-permission="analytics"]')).toHaveAttribute(
    'data-outcome',
    'show',
  )

  await page.getByRole('button', { name: 'Draft: 1 change' }).click()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.locator('[data-permission="analytics"]')).toHaveCount(0)
})

test('nobody is nobody: an address without a role opens nobody else', async ({ page }) => {
  await page.goto(lookAt({ product: 'userlike' }))
  await expect(seenAs(page)).toHaveAccessibleName('Seen as Nobody: no role')
  await expect(page.locator('[data-outcome="show"]')).toHaveCount(0)
})

test('who turned Inspect on is not told to turn it on', async ({ page }) => {
  await page.goto(
    lookAt({
      product: 'adobe-dynamic-chat',
      roles: ['marketing-user'],
      entitlements: ['included'],
      section: 'inbox',
      inspect: 'on',
    }),
  )
  await expect(page.locator('.product')).toContainText('Nothing in Agent inbox')
  await expect(page.getByRole('link', { name: /Show what is hidden/ })).toHaveCount(0)
})

function seenAs(page: Page) {
  return page.getByRole('button', { name: /^Seen as/ })
}
