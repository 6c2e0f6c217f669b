import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mergeTests, type Page } from '@playwright/test'
import { test as onSite } from '../../preview/site.ts'
import { catalogText } from '../catalogs.ts'
import { test as base, expect } from '../fixtures.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * What people come for, each with at most four presses from a fresh start, by pointer and by keyboard.
 * `press` counts; what is typed or pasted does not.
 */
const test = mergeTests(base, onSite).extend<{ way: 'pointer' | 'keyboard'; press: Press }>({
  way: ['pointer', { option: true }],

  press: async ({ page, way }, use) => {
    let presses = 0
    await page.goto('/')
    await use(async (role, name, scope = page) => {
      presses += 1
      const control = scope.getByRole(role, { name, exact: typeof name === 'string' }).first()
      await (way === 'keyboard' ? control.press('Enter') : control.click())
    })
    expect(presses).toBeGreaterThan(0)
    expect(presses).toBeLessThanOrEqual(4)
  },
})

type Press = (
  role: 'link' | 'button' | 'option' | 'menuitem' | 'menuitemradio',
  name: string | RegExp,
  scope?: Pick<Page, 'getByRole'>,
) => Promise<void>

for (const way of ['pointer', 'keyboard'] as const) {
  test.describe(`by ${way}`, () => {
    test.use({ way })

    test('see the Calendar Agent without Prime', async ({ page, press }) => {
      await press('link', 'Calendar Agent')
      await press('button', /Package/)
      await press('option', 'Included Version')
      await expect(bar(page)).toContainText('Calendar Agent')
      await expect(bar(page)).toContainText('Included Version')
    })

    test('see somebody with two roles', async ({ page, press }) => {
      await press('link', 'Live Agent')
      await press('button', /Seen as/)
      await press('option', 'GenAI User')
      await expect(
        page.getByRole('button', { name: 'Seen as Live Agent + GenAI User' }),
      ).toBeVisible()
    })

    test('see why Export is hidden, and what would show it', async ({ page, press }) => {
      await press('link', 'Live Agent')
      await press('link', 'Reports')
      await press('button', 'Inspect')
      await press('button', 'hidden: Export reports')
      const why = page.getByRole('dialog')
      await expect(why).toContainText('Export reports')
      await why.getByRole('button', { name: /Sales Admin/ }).click()
      await page.keyboard.press('Escape')
      await expect(page.locator('[data-permission="reports.export"]')).toHaveAttribute(
        'data-outcome',
        'show',
      )
    })

    test('see who can publish dialogues', async ({ page, press }) => {
      await press('link', 'Live Agent')
      // Views are led to from where one is.
      await expect(bar(page)).toContainText('Live Agent')
      await press('link', 'Matrix')
      await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('Publish')
      const row = page.getByRole('row', { name: /publish.*dialogue/i })
      await expect(row).toHaveCount(1)
      await expect(row).toContainText('on')
    })

    test('copy a link that shows a colleague the same in a fresh profile', async ({
      page,
      press,
      context,
      browser,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await press('link', 'Collaborator')
      await press('button', 'Copy link')
      await expect(page.getByText('The link was copied')).toBeVisible()
      const url = await page.evaluate(() => navigator.clipboard.readText())
      const colleague = await (await browser.newContext()).newPage()
      await colleague.goto(url)
      await expect(bar(colleague)).toHaveText(await bar(page).innerText(), { useInnerText: true })
      await colleague.context().close()
    })

    test('read a real snapshot, and look as its person', async ({ page, press }) => {
      const { token, keys } = signedByTheCommand()
      const requests: string[] = []
      page.on('request', request => requests.push(request.url() + (request.postData() ?? '')))
      await press('link', 'Snapshot')
      await page.getByLabel('Token', { exact: true }).fill(`  Authorization: Bearer ${token}\n`)
      await page.getByLabel('Key set', { exact: true }).fill(keys)
      await expect(page.locator('[data-result="passed"]')).toHaveCount(10)
      await press('link', 'Look as this person')
      await expect(page.getByRole('button', { name: 'Seen as Staff' })).toBeVisible()
      const stored = await page.evaluate(() =>
        JSON.stringify({ ...localStorage, ...sessionStorage }),
      )
      for (const place of [page.url(), stored, ...requests]) expect(place).not.toContain(token)
    })

    test('look at a catalog of one’s own', async ({ page, press }) => {
      const choosing = page.waitForEvent('filechooser')
      await press('button', 'Choose a file')
      const own = { ...JSON.parse(catalogText('userlike')), id: 'acme', label: { en: 'Acme' } }
      await (await choosing).setFiles({
        name: 'acme.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(own)),
      })
      await expect(page.locator('.product')).toHaveAttribute('data-product', 'acme')
      await expect(page.getByRole('button', { name: 'Seen as Owner' })).toBeVisible()
    })

    test('look at one’s own app', async ({ page, press, site, baseURL }) => {
      const origin = new URL(baseURL ?? '').origin
      await page.getByLabel('Address of the app').fill(`${site.app}/app.html?workbench=${origin}`)
      await press('button', 'Connect')
      const app = page.frameLocator('.app-frame')
      await expect(app.getByRole('button', { name: 'Publish' })).toBeVisible()
      await press('button', /Seen as/)
      await press('option', 'Live Agent')
      await press('option', 'Marketing User')
      await expect(app.getByRole('button', { name: 'Publish' })).toBeHidden()
      await expect(app.getByRole('button', { name: 'Inbox' })).toBeVisible()
    })

    test('see it as wide as a phone', async ({ page, press }) => {
      await press('link', 'Live Agent')
      await press('button', /Phone/)
      await expect(page.locator('[data-frame="390"] .frame-window')).toHaveCSS('width', '390px')
      await expect(page.getByRole('button', { name: 'Sections' })).toBeVisible()
    })

    test('see two people side by side', async ({ page, press }) => {
      await press('link', 'Collaborator')
      await press('button', 'Second person beside')
      const second = page.getByRole('region', { name: 'Second person' })
      await press('button', /Seen as/, second)
      await press(
        'option',
        'Account owner',
        page.getByRole('listbox', { name: 'Ready-made people' }),
      )
      await expect(page.locator('.product')).toHaveCount(2)
      await expect(page.locator('.product').first()).not.toContainText('Team')
      await expect(page.locator('.product').last()).toContainText('Team')
    })

    test('read it in Dutch', async ({ page, press }) => {
      await press('button', /Language/)
      await press('menuitemradio', 'Nederlands')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Bekijk elk product als wie dan ook',
      )
      await press('link', 'Agenda-agent')
      await expect(page.getByRole('button', { name: 'Gezien als Agenda-agent' })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    })
  })
}

function bar(page: Page) {
  return page.locator('.bar-fields').first()
}

/** A snapshot as the command signs it, and the keys that verify it. */
function signedByTheCommand() {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'))
  const command = join(root, process.env['ROLEGATE'] ?? 'target/debug/rolegate')
  const run = (...options: string[]) => execFileSync(command, options, { cwd: folder }).toString()
  run('keygen', '--out', 'keys')
  writeFileSync(join(folder, 'catalog.json'), catalogText('userlike'))
  const claims = {
    iss: 'https://app.example',
    aud: 'support',
    fmt: 1,
    sub: 'staff',
    seq: 1,
    entitlements: ['flex'],
    memberships: [{ workspace: 'europe', roles: ['staff'], groups: ['support'] }],
  }
  writeFileSync(join(folder, 'claims.json'), JSON.stringify(claims))
  const token = run(
    ...['sign', '--key', 'keys/private.jwk', '--catalog', 'catalog.json'],
    ...['--lifetime', '600', 'claims.json'],
  ).trim()
  return { token, keys: readFileSync(join(folder, 'keys/jwks.json'), 'utf8') }
}
