import type { Page } from '@playwright/test'
import { address, controls, expect, select, test } from '../fixtures.ts'
import { expected, ROWS } from '../products/chat/permission-table.ts'
import { CHAT } from '../products.ts'

test.use({ product: CHAT })

declare global {
  interface Window {
    /** What has been on the screen: the selected person, and a permission that was shown. */
    shown: Set<string>
  }
}

test('there is nothing to press while the snapshot is loading', async ({ page }) => {
  const release = await holdSnapshots(page)
  await page.goto(address(CHAT, 'sales-admin', 'reports'))
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true')
  await expect(page.locator('main .skeleton').first()).toBeVisible()
  expect([...(await controls(page)).keys()]).toEqual([])
  await expect(page.locator('main button')).toHaveCount(0)
  release()
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
})

test('the rights of one person are never shown for the next', async ({ page, openAs }) => {
  await page.addInitScript(recordShown)
  await openAs('sales-admin', 'inbox')
  await expect(page.getByText('Other agents’')).toBeVisible()

  const release = await holdSnapshots(page)
  await select(page, 'Seen by', 'Live Agent')
  await expect(page.locator('.product')).toHaveAttribute('data-person', 'live-agent')
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true')
  expect([...(await controls(page)).keys()]).toEqual([])
  release()
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible()

  await select(page, 'Seen by', 'Marketing User')
  await expect(page.getByText('Nothing in Agent inbox for Marketing User')).toBeVisible()

  const shown = await page.evaluate(() => [...window.shown])
  const allowed = ['sales-admin', 'live-agent', 'marketing-user'].flatMap(person =>
    ROWS.filter(row => expected(row, person, 'prime') === 'show').map(
      row => `${person}: ${row.label}`,
    ),
  )
  const labels = await labelsById(page)
  const named = shown.map(entry => {
    const [person = '', permission = ''] = entry.split(' ')
    return `${person}: ${labels[permission]}`
  })
  expect(named.filter(entry => !allowed.includes(entry))).toEqual([])
  expect(named).toContain('sales-admin: View all conversations')
  expect(named).toContain('live-agent: View my conversations')
})

test('another package opens locked parts in place, without a reload', async ({ page, openAs }) => {
  await openAs('live-agent', 'inbox', { package: 'included' })
  await page.evaluate(() => {
    window.shown = new Set(['no reload'])
  })
  await expect(page.locator('[data-permission="conversation-summary.view"]')).toHaveAttribute(
    'data-outcome',
    'upsell',
  )
  await page.getByRole('link', { name: 'Preview it on Dynamic Chat Prime' }).first().click()
  await expect(page.locator('[data-permission="conversation-summary.view"]')).toHaveAttribute(
    'data-outcome',
    'show',
  )
  expect(await page.evaluate(() => [...window.shown])).toEqual(['no reload'])

  await select(page, 'On package', 'Included Version')
  await expect(page.locator('[data-permission="conversation-summary.view"]')).toHaveAttribute(
    'data-outcome',
    'upsell',
  )
})

/** Holds back every snapshot until the returned function is called. */
async function holdSnapshots(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/api/role-snapshot**', async route => {
    await released
    await route.continue()
  })
  return release
}

/** Records after every change of the page whose screen it is, and what is shown on it. */
function recordShown(): void {
  window.shown = new Set()
  const record = () => {
    const person = document.querySelector<HTMLElement>('.product')?.dataset['person']
    for (const element of document.querySelectorAll<HTMLElement>('[data-outcome="show"]')) {
      const permission = element.dataset['permission']
      if (permission) window.shown.add(`${person} ${permission}`)
    }
  }
  new MutationObserver(record).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
  })
}

async function labelsById(page: Page): Promise<Record<string, string>> {
  const catalog = (await (await page.request.get(`/catalogs/${CHAT.id}.json`)).json()) as {
    areas: { permissions: { id: string; label: { en: string } }[] }[]
  }
  return Object.fromEntries(
    catalog.areas.flatMap(area => area.permissions.map(({ id, label }) => [id, label.en])),
  )
}
