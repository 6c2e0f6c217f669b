import type { Page } from '@playwright/test'
import { expected, ROWS } from './adobe.ts'
import { address, controls, expect, open, test } from './page.ts'

declare global {
  interface Window {
    /** What has been on the screen: the person it was for, and the permission shown. */
    shown: Set<string>
  }
}

test('while the snapshot is on its way there is nothing to press', async ({ page }) => {
  const release = await hold(page)
  await page.goto(address('sales-admin', 'prime', 'reports'))
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true')
  await expect(page.locator('main .skeleton').first()).toBeVisible()
  expect([...(await controls(page)).keys()]).toEqual([])
  await expect(page.locator('main button')).toHaveCount(0)
  release()
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
})

test('the rights of one person are never shown for the next', async ({ page }) => {
  await page.addInitScript(watchScreen)
  await open(page, address('sales-admin', 'prime', 'inbox'))
  await expect(page.getByText('Other agents’')).toBeVisible()

  const release = await hold(page)
  await choose(page, 'Seen by', 'Live Agent')
  await expect(page.locator('.stage')).toHaveAttribute('data-person', 'live-agent')
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true')
  expect([...(await controls(page)).keys()]).toEqual([])
  release()
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible()

  await choose(page, 'Seen by', 'Marketing User')
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

test('another package opens locks in place, without a reload', async ({ page }) => {
  await open(page, address('live-agent', 'included', 'inbox'))
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

  await choose(page, 'On package', 'Included Version')
  await expect(page.locator('[data-permission="conversation-summary.view"]')).toHaveAttribute(
    'data-outcome',
    'upsell',
  )
})

/** Keeps snapshots from arriving until the function returned is called. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {}
  const promise = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/api/role-snapshot**', async route => {
    await promise
    await route.continue()
  })
  return release
}

async function choose(page: Page, what: string, name: string): Promise<void> {
  await page.getByRole('button', { name: what }).click()
  await page.getByRole('option', { name, exact: true }).click()
}

/** Notes, after every change of the page, whose screen it is and what is allowed on it. */
function watchScreen(): void {
  window.shown = new Set()
  const note = () => {
    const person = document.querySelector<HTMLElement>('.stage')?.dataset['person']
    for (const element of document.querySelectorAll<HTMLElement>('[data-outcome="show"]')) {
      const permission = element.dataset['permission']
      if (permission) window.shown.add(`${person} ${permission}`)
    }
  }
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true })
}

async function labelsById(page: Page): Promise<Record<string, string>> {
  const catalog = (await (await page.request.get('/catalogs/adobe-dynamic-chat.json')).json()) as {
    areas: { permissions: { id: string; label: { en: string } }[] }[]
  }
  return Object.fromEntries(
    catalog.areas.flatMap(area => area.permissions.map(({ id, label }) => [id, label.en])),
  )
}
