import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Locator, mergeTests, type Page } from '@playwright/test'
import { createGate, type GateView } from 'rolegate'
import { test as onSite } from '../../preview/site.ts'
import { catalogText } from '../catalogs.ts'
import { test as base, expect } from '../fixtures.ts'
import { expectFocus, reach } from '../keyboard.ts'
import { permissionsOf, stageOf } from '../views/scenarios.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

type Role =
  | 'link'
  | 'button'
  | 'option'
  | 'menuitem'
  | 'menuitemradio'
  | 'radio'
  | 'searchbox'
  | 'textbox'
type Scope = Pick<Page, 'getByRole'>

/** Somebody who does a task with a pointer, or with the keyboard alone. */
class Visitor {
  /** How often they pressed something. What they type or paste does not count. */
  presses = 0
  readonly #page: Page
  readonly #way: 'pointer' | 'keyboard'

  constructor(page: Page, way: 'pointer' | 'keyboard') {
    this.#page = page
    this.#way = way
  }

  async press(role: Role, name: string | RegExp, scope?: Scope): Promise<void> {
    this.presses += 1
    await this.alsoPress(role, name, scope)
  }

  /** Presses what is no part of the task, but shows that its result is true. */
  async alsoPress(role: Role, name: string | RegExp, scope: Scope = this.#page): Promise<void> {
    const control = named(scope, role, name)
    if (this.#way === 'pointer') {
      // Of a radio button, the label is seen and pressed.
      await (role === 'radio' ? control.locator('xpath=ancestor::label') : control).click()
      return
    }
    await reach(this.#page, control)
    // The arrow key has chosen a radio button already.
    if (role !== 'radio') await this.#page.keyboard.press('Enter')
    await this.#expectFocus()
  }

  /** Skips much that only the keyboard has to go through. */
  async skip(name: string): Promise<void> {
    if (this.#way === 'keyboard') await this.press('link', name)
  }

  /** Types or pastes into a field, which with a pointer takes a press. */
  async type(role: Role, name: string, text: string): Promise<void> {
    const field = named(this.#page, role, name)
    if (this.#way === 'keyboard') await reach(this.#page, field)
    else {
      this.presses += 1
      await field.click()
    }
    await this.#page.keyboard.insertText(text)
  }

  /** Closes what lies over the page. */
  async escape(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    if (this.#way === 'keyboard') await this.#expectFocus()
  }

  /** The focus may have to wait for what has just been pressed. */
  async #expectFocus(): Promise<void> {
    await expect(() => expectFocus(this.#page)).toPass({ timeout: 5000 })
  }
}

function named(scope: Scope, role: Role, name: string | RegExp): Locator {
  return scope.getByRole(role, { name, exact: typeof name === 'string' }).first()
}

/** What people come for, each with at most four presses from a fresh start, by pointer and by keyboard. */
const test = mergeTests(base, onSite).extend<{ way: 'pointer' | 'keyboard'; visitor: Visitor }>({
  way: ['pointer', { option: true }],

  visitor: async ({ page, way }, use) => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Collaborator' })).toBeVisible()
    const visitor = new Visitor(page, way)
    await use(visitor)
    expect(visitor.presses).toBeGreaterThan(0)
    expect(visitor.presses).toBeLessThanOrEqual(4)
  },
})

for (const way of ['pointer', 'keyboard'] as const) {
  const tag = way === 'keyboard' ? ['@accessibility'] : []
  test.describe(`by ${way}`, { tag }, () => {
    test.use({ way })

    test('see the Calendar Agent without Prime', async ({ page, visitor }) => {
      await visitor.press('link', 'Calendar Agent')
      await visitor.press('button', /Package/)
      await visitor.press('option', 'Included Version')
      await expect(bar(page)).toContainText('Calendar Agent')
      await expect(bar(page)).toContainText('Included Version')
    })

    test('see somebody with two roles', async ({ page, visitor }) => {
      await visitor.press('link', 'Live Agent')
      await visitor.press('button', /Seen as/)
      await visitor.press('option', 'GenAI User')
      await visitor.escape()
      await expect(
        page.getByRole('button', { name: 'Seen as Live Agent + GenAI User' }),
      ).toBeVisible()
    })

    test('see why Export is hidden, and what would show it', async ({ page, visitor }) => {
      await visitor.press('link', 'Live Agent')
      await visitor.press('link', 'Reports')
      await visitor.press('button', 'Inspect')
      await visitor.press('button', 'hidden: Export reports')
      const why = page.getByRole('dialog')
      await expect(why).toContainText('Export reports')
      await expect(why).toContainText('Role Live Agent gives off')
      await visitor.alsoPress('button', 'Give the role Sales Admin', why)
      await visitor.escape()
      await expect(page.locator('[data-permission="reports.export"]')).toHaveAttribute(
        'data-outcome',
        'show',
      )
    })

    test('see who can publish dialogues', async ({ page, visitor }) => {
      await visitor.press('link', 'Live Agent')
      await visitor.press('link', 'Matrix')
      await visitor.type('searchbox', 'Find a permission', 'Publish')
      const row = page.getByRole('row', { name: /publish.*dialogue/i })
      await expect(row).toHaveCount(1)
      const able = row.locator('[data-outcome="show"]')
      const roles = await able.evaluateAll(all => all.map(cell => cell.getAttribute('data-column')))
      expect(roles).toEqual(['marketing-user', 'marketing-admin'])
    })

    test('compare Supervisor and Supervisor-Agent of Aivo', async ({ page, visitor }) => {
      await visitor.press('link', 'Supervisor')
      await visitor.press('link', 'Compare')
      await visitor.press('button', /Side 2/)
      await visitor.press('option', 'Agent Supervisor')
      await expect(page.locator('thead th')).toHaveText([
        'Permission',
        /^Supervisor\d+ of \d+/,
        /^Agent Supervisor\d+ of \d+/,
      ])
      await expect(page.locator('.compare-summary')).toContainText(
        /Agent Supervisor can \d+ that Supervisor cannot/,
      )
    })

    test('see what changes if Staff gets analytics: read', async ({ page, visitor }) => {
      await visitor.press('link', 'Staff')
      await visitor.press('link', 'What if')
      const analytics = page.getByRole('radiogroup', { name: 'Analytics' })
      await visitor.press('radio', 'read', analytics)
      await expect(page.locator('[data-flip]')).toHaveCount(1)
      await expect(page.locator('[data-flip]')).toHaveAttribute('data-flip', 'analytics')
      const downloading = page.waitForEvent('download')
      await visitor.press('button', 'JSON for the snapshot')
      const claims = readFileSync(await (await downloading).path(), 'utf8')
      const { token, keys } = signedByTheCommand(claims)
      const { iss, aud } = claimsOf(token)
      const catalog = catalogText('userlike')
      const gate = createGate({ keys, issuer: `${iss}`, audience: `${aud}`, catalog })
      await gate.load(token)
      const before = await staffAsShipped()
      const now = gate.in('europe')
      const flipped = permissionsOf('userlike').filter(
        permission => now.decide(permission).level !== before.decide(permission).level,
      )
      expect(flipped).toEqual(['analytics'])
      expect(now.decide('analytics')).toMatchObject({ level: 'read', outcome: 'show' })
    })

    test('copy a link that shows a colleague the same in a fresh profile', async ({
      page,
      visitor,
      context,
      browser,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await visitor.press('link', 'Collaborator')
      await visitor.press('button', 'Copy link')
      await expect(page.getByText('The link was copied')).toBeVisible()
      const url = await page.evaluate(() => navigator.clipboard.readText())
      const colleague = await (await browser.newContext()).newPage()
      await colleague.goto(url)
      await expect(bar(colleague)).toHaveText(await bar(page).innerText(), { useInnerText: true })
      await colleague.context().close()
    })

    test('read a real snapshot, and look as its person', async ({ page, visitor }) => {
      const { token, keys } = signedByTheCommand(STAFF)
      const requests: string[] = []
      page.on('request', request => requests.push(request.url() + (request.postData() ?? '')))
      await visitor.press('link', 'Snapshot')
      await visitor.type('textbox', 'Token', `  Authorization: Bearer ${token}\n`)
      await visitor.type('textbox', 'Key set', keys)
      await expect(page.locator('[data-result="passed"]')).toHaveCount(10)
      await visitor.press('link', 'Look as this person')
      await expect(page.getByRole('button', { name: 'Seen as Staff' })).toBeVisible()
      const stored = await page.evaluate(() =>
        JSON.stringify({ ...localStorage, ...sessionStorage }),
      )
      for (const place of [page.url(), stored, ...requests]) expect(place).not.toContain(token)
    })

    test('look at a catalog of one’s own', async ({ page, visitor }) => {
      const choosing = page.waitForEvent('filechooser')
      await visitor.skip('Skip to your own catalog or app')
      await visitor.press('button', 'Choose a file')
      const own = { ...JSON.parse(catalogText('userlike')), id: 'acme', label: { en: 'Acme' } }
      await (await choosing).setFiles({
        name: 'acme.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(own)),
      })
      await expect(page.locator('.product')).toHaveAttribute('data-product', 'acme')
      await expect(page.getByRole('button', { name: 'Seen as Owner' })).toBeVisible()
    })

    test('look at one’s own app', async ({ page, visitor, site, baseURL }) => {
      const address = `${site.app}/app.html?workbench=${new URL(baseURL ?? '').origin}`
      await visitor.skip('Skip to your own catalog or app')
      await visitor.type('textbox', 'Address of the app', address)
      await visitor.press('button', 'Connect')
      const app = page.frameLocator('.app-frame')
      await expect(app.getByRole('button', { name: 'Publish' })).toBeVisible()
      await visitor.press('button', /Seen as/)
      const people = page.getByRole('listbox', { name: 'Ready-made people' })
      await visitor.press('option', 'Live Agent', people)
      await expect(app.getByRole('button', { name: 'Publish' })).toBeHidden()
      await expect(app.getByRole('button', { name: 'Inbox' })).toBeVisible()
    })

    test('see it as wide as a phone', async ({ page, visitor }) => {
      await visitor.press('link', 'Live Agent')
      await visitor.press('button', /Phone/)
      await expect(page.locator('[data-frame="390"] .frame-window')).toHaveCSS('width', '390px')
      await expect(page.getByRole('button', { name: 'Sections' })).toBeVisible()
    })

    test('take the matrix away as a file', async ({ page, visitor }) => {
      await visitor.press('link', 'Collaborator')
      await visitor.press('link', 'Matrix')
      await visitor.press('button', 'Table: Export')
      const downloading = page.waitForEvent('download')
      await visitor.press('menuitem', 'CSV')
      const rows = readFileSync(await (await downloading).path(), 'utf8')
        .trimEnd()
        .split('\r\n')
      expect(rows).toHaveLength(permissionsOf('pandadoc').length + 1)
    })

    test('print the matrix, with every row', async ({ page, visitor }) => {
      await visitor.press('link', 'Collaborator')
      await visitor.press('link', 'Matrix')
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', '')
      })
      await visitor.press('button', 'Table: Export')
      await visitor.press('menuitem', 'Print')
      await expect(page.locator('body')).toHaveAttribute('data-printed')
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('[data-row]')).toHaveCount(permissionsOf('pandadoc').length)
      await expect(page.locator('.top, .bar, .table-tools').filter({ visible: true })).toHaveCount(
        0,
      )
    })

    test('see two people side by side', async ({ page, visitor }) => {
      await visitor.press('link', 'Collaborator')
      await visitor.press('button', 'Second person beside')
      const second = page.getByRole('region', { name: 'Second person' })
      await visitor.press('button', /Seen as/, second)
      const people = page.getByRole('listbox', { name: 'Ready-made people' })
      await visitor.press('option', 'Account owner', people)
      await expect(page.locator('.product')).toHaveCount(2)
      await expect(page.locator('.product').first()).not.toContainText('Team')
      await expect(page.locator('.product').last()).toContainText('Team')
    })

    test('read it in Dutch', async ({ page, visitor }) => {
      await visitor.press('button', /Language/)
      await visitor.press('menuitemradio', 'Nederlands')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Bekijk elk product als wie dan ook',
      )
      await visitor.press('link', 'Agenda-agent')
      await expect(page.getByRole('button', { name: 'Gezien als Agenda-agent' })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    })
  })
}

function bar(page: Page) {
  return page.locator('.bar-fields').first()
}

const STAFF = JSON.stringify({
  iss: 'https://app.example',
  aud: 'support',
  fmt: 1,
  sub: 'staff',
  seq: 1,
  entitlements: ['flex'],
  memberships: [{ workspace: 'europe', roles: ['staff'], groups: ['support'] }],
})

/** A snapshot with these claims as the command signs it, and the keys that verify it. */
function signedByTheCommand(claims: string) {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'))
  try {
    const command = resolve(root, process.env['ROLEGATE'] ?? 'target/debug/rolegate')
    const run = (...options: string[]) => execFileSync(command, options, { cwd: folder }).toString()
    run('keygen', '--out', 'keys')
    writeFileSync(join(folder, 'catalog.json'), catalogText('userlike'))
    writeFileSync(join(folder, 'claims.json'), claims)
    const token = run(
      ...['sign', '--key', 'keys/private.jwk', '--catalog', 'catalog.json'],
      ...['--lifetime', '600', 'claims.json'],
    ).trim()
    return { token, keys: readFileSync(join(folder, 'keys/jwks.json'), 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

/** The gate of Staff as the catalog ships it. */
async function staffAsShipped(): Promise<GateView> {
  const stage = await stageOf('userlike')
  const catalog = stage.catalogs[0]?.sha256 ?? ''
  await stage.show({ catalog, roles: ['staff'], entitlements: ['flex'] })
  return stage.gate.in('w1')
}
