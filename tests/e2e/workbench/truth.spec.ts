import { deflateRawSync } from 'node:zlib'
import type { Page, Route } from '@playwright/test'
import type { Scenario } from 'rolegate/preview'
import { catalogText } from '../catalogs.ts'
import { expect, goTo, lookAt, test } from '../fixtures.ts'
import { PRODUCTS } from '../products.ts'
import { stageOf } from '../views/scenarios.ts'
import { expectTruth } from './bar.ts'
import { hold, recordSigned, release, signatures } from './in-force.ts'
import { randomFrom, randomScenario } from './random.ts'

/** The engine as a file of its own, and the copy that a script carries. */
const ENGINE_FILE = '**/*.wasm'
const CATALOGS = '**/*.json'
const ENGINE_COPY = '**/rolegate-base64-*.js'

const STAFF: Partial<Scenario> = {
  subject: 'staff',
  workspace: 'europe',
  roles: ['staff'],
  groups: ['support'],
  entitlements: ['flex'],
  layers: [],
  filters: [],
  customRoles: [],
}

/** How many random scenarios of each product are asked for, and where the random numbers begin. */
const ROUNDS = Number(process.env['SCENARIOS'] ?? 6)
const SEED = Number(process.env['SEED'] ?? 7)

for (const { id } of PRODUCTS) {
  test(`for random scenarios of ${id} the bar says what the snapshot in force claims, whatever became of other loads`, async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000 + ROUNDS * 5000)
    const random = randomFrom(SEED + id.length)
    const stage = await stageOf(id)
    const catalog = stage.catalogs[0]?.sha256 ?? ''
    const next = async (isFit?: boolean): Promise<[Partial<Scenario>, boolean]> => {
      for (;;) {
        const scenario = randomScenario(id, random)
        const { outcome } = await stage.show({ ...scenario, catalog })
        if (isFit !== undefined && isFit !== (outcome === 'shown')) continue
        return [scenario, outcome === 'shown']
      }
    }
    await recordSigned(page)
    const [first] = await next(true)
    await page.goto(lookAt({ ...first, product: id }))
    let [asked] = [first]
    await expectTruth(page, id, asked)
    for (let round = 0; round < ROUNDS; round += 1) {
      const [scenario, isFit] = await next()
      const disturbance = DISTURBANCES[random(DISTURBANCES.length)] ?? 'none'
      const [late] = await next(true)
      await test.step(`${round}: ${disturbance}`, async () => {
        if (disturbance === 'offline') await context.setOffline(true)
        if (disturbance === 'late') {
          await hold(page)
          const before = await signatures(page)
          await goTo(page, lookAt({ ...late, product: id }))
          await expect.poll(() => signatures(page)).toBeGreaterThan(before)
          await page.evaluate(() => {
            globalThis.recorder.isHolding = false
          })
        }
        if (disturbance === 'unreadable') await goTo(page, `${lookAt({ product: id })}&at=soon`)
        if (disturbance === 'unknown') await goTo(page, lookAt({ ...late, product: 'none' }))
        if (disturbance === 'unreadable' || disturbance === 'unknown') {
          await expect(page.locator('.state.bad')).toBeVisible()
          await expectTruth(page, id, asked)
        }
        await goTo(page, lookAt({ ...scenario, product: id }))
        if (isFit) {
          asked = scenario
          await expect(page.locator('.product')).toBeVisible()
        } else await expect(page.locator('.state.bad')).toBeVisible()
        await expectTruth(page, id, asked)
        if (disturbance === 'late') {
          await release(page)
          await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
          await expectTruth(page, id, asked)
        }
        await context.setOffline(false)
      })
    }
  })
}

const DISTURBANCES = ['none', 'late', 'offline', 'unreadable', 'unknown'] as const

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

  test('who presses a view before the first one came takes along whom they chose', async ({
    page,
  }) => {
    let arrive = () => {}
    const held = new Promise<void>(resolve => {
      arrive = resolve
    })
    await page.route('**/LookView-*.js', async route => {
      await held
      await route.continue()
    })
    await page.goto('/')
    await page.getByRole('link', { name: 'Calendar Agent' }).click()
    await page.getByRole('link', { name: 'Matrix' }).click()
    await expect(page.locator('[data-cell]').first()).toBeVisible()
    await expect(seenAs(page)).toHaveAccessibleName('Seen as Calendar Agent')
    arrive()
    await page.getByRole('link', { name: 'Look', exact: true }).click()
    await expect(page.locator('.product')).toContainText('Calendar Agent')
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

  test('after a failed or a late load the bar says what is in force, and the page says the way on', async ({
    page,
    complaints,
  }) => {
    await recordSigned(page)
    await page.goto(lookAt({ ...STAFF, product: 'userlike' }))
    await expectTruth(page, 'userlike', STAFF)

    await test.step('a catalog that cannot be fetched', async () => {
      await page.route(CATALOGS, route => route.abort())
      await goTo(page, '/#/look?product=aivo-live&role=agent')
      await expect(page.locator('.state')).toContainText('The catalog could not be fetched')
      await expectTruth(page, 'userlike', STAFF)
      await page.unroute(CATALOGS)
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(seenAs(page)).toHaveAccessibleName('Seen as Agent')
      await expect(page.locator('.product')).toHaveAttribute('data-product', 'aivo-live')
    })

    await test.step('a catalog that is invalid, and travels in the link', async () => {
      await goTo(page, lookAt({ ...STAFF, product: 'userlike' }))
      await expect(seenAs(page)).toHaveAccessibleName('Seen as Staff')
      const invalid = { ...JSON.parse(catalogText('userlike')), id: 'acme', areas: [] }
      const file = deflateRawSync(JSON.stringify(invalid)).toString('base64url')
      await goTo(page, lookAt({ product: 'acme', roles: ['staff'], file }))
      await expect(page.getByRole('alert')).toContainText('ERR_CATALOG_INVALID')
      await expectTruth(page, 'userlike', STAFF)
      await page.getByRole('button', { name: 'Ask for what is shown' }).click()
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expectTruth(page, 'userlike', STAFF)
    })

    await test.step('a catalog that comes after a newer one', async () => {
      const requests: Route[] = []
      await page.route(CATALOGS, route => {
        requests.push(route)
      })
      await goTo(page, '/#/look?product=puzzel&role=agent')
      await expect.poll(() => requests.length).toBe(1)
      const owner = { ...STAFF, roles: ['owner'] }
      await goTo(page, lookAt({ ...owner, product: 'userlike' }))
      await expectTruth(page, 'userlike', owner)
      await requests[0]?.continue()
      await page.waitForLoadState('networkidle')
      await expectTruth(page, 'userlike', owner)
      await page.unroute(CATALOGS)
    })

    await test.step('a worker that cannot be fetched', async () => {
      await page.route('**/worker-*.js', route => route.abort())
      await goTo(page, lookAt({ ...STAFF, product: 'userlike' }, 'matrix'))
      await expect(page.getByRole('alert')).toContainText('could not be worked out')
      await expectTruth(page, 'userlike', STAFF)
    })
    complaints.length = 0
  })
})

test('at no time does a person stand over what another one may do', async ({ page }) => {
  await page.goto(lookAt({ product: 'pandadoc', roles: ['owner'], section: 'team' }))
  await expect(page.locator('.product')).toBeVisible()
  await page.evaluate(() => {
    const seen = new Set<string>()
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
    const note = () => {
      const outcomes = [...document.querySelectorAll('.product [data-outcome]')]
      const what = outcomes.map(one => (one as HTMLElement).dataset['outcome']).join()
      seen.add(`${text('.choice-button .select-value')} | ${text('.product-person')} | ${what}`)
    }
    note()
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    Object.assign(window, { seen })
  })
  for (const role of ['member', 'owner', 'admin', 'owner']) {
    await goTo(page, lookAt({ product: 'pandadoc', roles: [role], section: 'team' }))
    await expect(page.locator('.product-person')).toHaveText(new RegExp(role, 'i'))
  }
  // One sight for each of the three people.
  expect(
    await page.evaluate(() => [...((window as { seen?: Set<string> }).seen ?? [])]),
  ).toHaveLength(3)
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
