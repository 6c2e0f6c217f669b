import type { Page } from '@playwright/test'
import { expect, test, untilKept } from '../fixtures.ts'

/** Opens an app, and signs in as one of its ready-made people. */
async function signIn(page: Page, app: 'chat' | 'documents', who: string): Promise<void> {
  await page.goto(`/${app}.html`)
  await page
    .locator('.person', { has: page.getByText(who, { exact: true }) })
    .first()
    .click()
  await expect(page.locator('.product')).toBeVisible()
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Chooses in the list of what the server keeps of somebody, as an administrator would. */
async function change(page: Page, list: string, to: string): Promise<void> {
  await choose(page, 'People and plans')
  await page.getByRole('button', { name: new RegExp(`${list}$`) }).click()
  await page.getByRole('option', { name: to, exact: true }).click()
  await page.getByRole('button', { name: 'Close' }).click()
}

const section = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true })

const notice = (page: Page) => page.locator('.notices')

/** The tokens that the client keeps in this browser, by their key. */
async function keptTokens(page: Page): Promise<readonly [string, string][]> {
  const all = await page.evaluate(() => Object.entries(localStorage))
  return all.filter(([key]) => key.startsWith('rolegate:')) as [string, string][]
}

test('rights that are taken leave the open page, which says so; those that are given come', async ({
  page,
  context,
}) => {
  await signIn(page, 'chat', 'Marketing Admin')
  await page.getByRole('button', { name: 'Publish' }).first().click()
  await expect(page.locator('.toast')).toBeVisible()
  await page.evaluate(() => Object.assign(window, { isFirstPage: true }))
  // An administrator, in another tab.
  const admin = await context.newPage()
  await admin.goto('/chat.html')
  await change(admin, 'Role of Marketing Admin', 'GenAI User')
  await expect(section(page, 'Response library')).toBeVisible()
  await expect(section(page, 'Dialogues')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  await expect(notice(page)).toContainText('Your rights have changed')
  await expect(notice(page)).toContainText('No longer:View Dialogue')
  await expect(notice(page)).toContainText('From now on:View Conversation Summary')
  expect(await page.evaluate(() => 'isFirstPage' in window)).toBe(true)
  await notice(page).getByRole('button', { name: 'Got it' }).click()
  await expect(notice(page)).toBeEmpty()
  await change(admin, 'Package of Marketing Admin', 'Included Version')
  await expect(page.getByRole('link', { name: 'Response library' })).toContainText('upgrade')
})

test('another person has what they may, in all tabs, and nothing is said of the one before', async ({
  page,
  context,
}) => {
  await signIn(page, 'documents', 'Account owner')
  const other = await context.newPage()
  await other.goto('/documents.html')
  await expect(section(other, 'Account')).toBeVisible()
  await choose(page, 'Sign in as somebody else')
  await page.getByRole('button', { name: 'Collaborator' }).click()
  for (const tab of [page, other]) {
    await expect(tab.getByRole('button', { name: /^Your account/ })).toContainText('Collaborator')
    await expect(section(tab, 'Account')).toHaveCount(0)
    await expect(notice(tab)).toBeEmpty()
  }
})

test('somebody of two workspaces is in each what they are there', async ({ page }) => {
  await signIn(page, 'documents', 'Manager')
  await expect(page.getByRole('link', { name: /Offer for Campus Rides/ })).toBeVisible()
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitemradio', { name: 'Legal' }).click()
  await expect(page.locator('.workspace-name')).toHaveText('Legal')
  await expect(page.getByRole('button', { name: /^Your account/ })).toContainText('Member')
  await expect(page.getByRole('link', { name: /Offer for Campus Rides/ })).toHaveCount(0)
  await page.reload()
  await expect(page.locator('.workspace-name')).toHaveText('Legal')
  // An address that is no text names no place.
  await page.evaluate(() => {
    location.hash = '#/legal/%E0%A4%A/%'
  })
  await expect(page.locator('.product')).toHaveAttribute('data-section', 'documents')
})

test('a reload without the server keeps the person, and signing out leaves nothing', async ({
  page,
  complaints,
}) => {
  await signIn(page, 'chat', 'Sales Admin')
  expect(await keptTokens(page)).toHaveLength(1)
  await choose(page, 'People and plans')
  await page.getByText('The server answers', { exact: true }).click()
  await page.reload()
  await expect(section(page, 'Meetings')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Your account/ })).toContainText('Sales Admin')
  await choose(page, 'Sign out')
  await expect(page.getByRole('heading', { name: 'Sign in to Adobe Dynamic Chat' })).toBeVisible()
  expect(await keptTokens(page)).toEqual([])
  await page.reload()
  await expect(page.locator('.sign-in')).toBeVisible()
  expect(complaints.every(text => text.startsWith('rolegate: '))).toBe(true)
  complaints.length = 0
})

test('the client refreshes what grows old; what has run out can do nothing, until the server answers', async ({
  page,
  complaints,
}) => {
  await page.clock.install()
  await signIn(page, 'chat', 'Marketing Admin')
  const [[, first] = []] = await keptTokens(page)
  await page.clock.fastForward('06:00')
  await expect.poll(async () => (await keptTokens(page))[0]?.[1]).not.toBe(first)
  await choose(page, 'People and plans')
  await page.getByText('The server answers', { exact: true }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.clock.fastForward('12:00')
  await expect(notice(page)).toContainText('Your rights have run out')
  await expect(page.locator('.product-main [data-outcome="show"]')).toHaveCount(0)
  await choose(page, 'People and plans')
  await page.getByText('The server answers', { exact: true }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  // The client tries by itself, too.
  await page.clock.fastForward('05:00')
  await expect(page.getByRole('button', { name: 'Publish' }).first()).toBeVisible()
  await expect(notice(page)).toBeEmpty()
  expect(complaints.every(text => text.startsWith('rolegate: '))).toBe(true)
  complaints.length = 0
})

test('a role that a customer adds is kept by the server, and can be given', async ({ page }) => {
  await signIn(page, 'documents', 'Account owner')
  await change(page, 'Plan of Account owner', 'Enterprise plan')
  await section(page, 'Roles').click()
  await page.getByRole('button', { name: 'New role' }).click()
  await page.getByLabel('Name').fill('Apprentice')
  await page.getByRole('button', { name: 'Create' }).click()
  const choice = page.locator('[data-value-of="documents.create"]')
  await choice.getByText('on', { exact: true }).click()
  await page.locator('.role-editor').getByRole('button', { name: 'Save 1' }).click()
  await expect(page.locator('.toast')).toHaveText('The roles were saved')
  await page.reload()
  await change(page, 'Role of Account owner in Sales', 'Apprentice')
  await expect(section(page, 'Account')).toHaveCount(0)
  await expect(notice(page)).toContainText('Your rights have changed')
})

test('the preview of an app shows anyone, and gives the person back', async ({ page }) => {
  await signIn(page, 'chat', 'GenAI User')
  await expect(section(page, 'Dialogues')).toHaveCount(0)
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('checkbox', { name: 'Marketing Admin' }).check()
  await expect(section(page, 'Dialogues')).toBeVisible()
  await expect(notice(page)).toHaveCount(0)
  await expect(page.locator('rolegate-preview .banner')).toHaveText(
    'You see this as Marketing Admin and GenAI User. The server still knows you as GenAI User.',
  )
  await page.getByRole('button', { name: 'Leave preview' }).click()
  await expect(section(page, 'Dialogues')).toHaveCount(0)
})

test('the preview lies over no field of what an app opens', async ({ page }) => {
  await signIn(page, 'documents', 'Account owner')
  await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible()
  await choose(page, 'People and plans')
  const drawer = page.getByRole('dialog', { name: 'People and plans' })
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 860 })
    const last = drawer.getByRole('button').last()
    await last.scrollIntoViewIfNeeded()
    await last.click({ trial: true })
    const over = await drawer.getByRole('button').evaluateAll(buttons =>
      buttons.filter(button => {
        const { x, y, width, height } = button.getBoundingClientRect()
        const points = [0.1, 0.5, 0.9].map(part => [x + width * part, y + height / 2] as const)
        return points.some(([x, y]) => document.elementFromPoint(x, y)?.shadowRoot)
      }),
    )
    expect(over).toEqual([])
  }
})

test('the workbench frames the apps, and shows anyone in them while nobody is signed in', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Connect: Document app' }).click()
  const app = page.frameLocator('.app-frame')
  await expect(app.locator('.product')).toHaveAttribute('data-product', 'pandadoc')
  await expect(page.locator('.frame-title')).toContainText('connected')
  await page.getByRole('button', { name: 'Inspect' }).click()
  await expect(page.locator('.inspect-box.show')).not.toHaveCount(0)
  await page.goto(`${page.url().replace(/role=\w+/, 'role=collaborator')}`)
  await expect(app.getByRole('link', { name: 'Account', exact: true })).toHaveCount(0)
  await expect(app.locator('.sign-in')).toHaveCount(0)
})

test('offline after the first visit an app opens and works', async ({ page, context }) => {
  await signIn(page, 'documents', 'Member')
  await untilKept(page)
  await context.setOffline(true)
  await page.goto('/documents.html?from=home')
  await expect(page).toHaveTitle('PandaDoc – Sample Studio')
  await change(page, 'Role of Member in Sales', 'Collaborator')
  await expect(notice(page)).toContainText('Your rights have changed')
})
