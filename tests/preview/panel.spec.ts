// The panel in an application's own page, as a designer uses it.

import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { PreviewableGate } from 'rolegate/preview'
import { expect, test } from './site.ts'

interface App {
  readonly app: { readonly gate: PreviewableGate; load(): Promise<void> }
}

const panelIn = (page: Page): Locator => page.locator('rolegate-preview')
const banner = (page: Page): Locator => panelIn(page).locator('.banner')
const box = (page: Page, name: string): Locator => page.getByRole('checkbox', { name, exact: true })

/** Opens the application with the panel in a language, and opens the panel too. */
async function open(page: Page, app: string, search = 'panel=en', pill = 'Preview'): Promise<void> {
  await page.goto(`${app}/app.html?${search}`)
  await page.getByRole('button', { name: pill, exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
}

/** The element that has the focus, also inside the panel. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.parentElement?.textContent ?? ''
  })

test('shows the app as somebody else, and the way out', async ({ page, site }) => {
  await open(page, site.app)
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible()
  await box(page, 'Marketing Admin').uncheck()
  await box(page, 'Calendar Agent').check()
  await expect(page.getByRole('button', { name: 'Publish' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Live chat report' })).toBeVisible()
  await expect(banner(page)).toHaveText(
    'You see this as Calendar Agent. The server still knows you as Marketing Admin.',
  )
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Leave preview' }).click()
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible()
  await expect(banner(page)).toBeHidden()
  expect(await focused(page)).toContain('Preview')
})

test('the next real snapshot loads after a preview, and during one', async ({ page, site }) => {
  await open(page, site.app)
  const load = () =>
    page.evaluate(async () => {
      const { app } = globalThis as unknown as App
      const before = app.gate.seq ?? 0
      await app.load()
      return [before, app.gate.seq ?? 0] as const
    })
  await box(page, 'Marketing Admin').uncheck()
  await expect(page.getByRole('button', { name: 'Publish' })).toBeHidden()
  const [before, during] = await load()
  expect(during).toBe(before)
  await expect(page.getByRole('button', { name: 'Publish' })).toBeHidden()
  await page.getByRole('button', { name: 'Leave preview' }).click()
  const [left, after] = await load()
  expect(after).toBeGreaterThan(left)
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible()
})

test('a plan, a workspace, groups and role edits', async ({ page, site }) => {
  await open(page, site.app)
  await box(page, 'Marketing Admin').uncheck()
  await box(page, 'Live Agent').check()
  await box(page, 'Dynamic Chat Prime').check()
  await expect(banner(page)).toContainText('Live Agent, with Dynamic Chat Prime.')
  await box(page, 'Included Version').uncheck()
  await expect(page.getByText('comes with Dynamic Chat Prime')).toBeVisible()
  await page.getByLabel('Workspace').fill('w9')
  await page.getByLabel('Workspace').press('Enter')
  await page.getByText('Groups', { exact: true }).click()
  await page.getByLabel('Group', { exact: true }).fill('night')
  await page
    .getByRole('group')
    .filter({ hasText: 'Groups' })
    .getByRole('button', { name: 'Add' })
    .click()
  await page.getByText('Role edits').click()
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('live-agent')
  await page.getByLabel('Permission').selectOption({ label: 'Publish Dialogue' })
  await page.getByLabel('Value').selectOption('on')
  const edits = page.getByRole('group').filter({ hasText: 'Role edits' })
  await edits.getByRole('button', { name: 'Add' }).click()
  await expect(banner(page)).toContainText('(1 change)')
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  const scenario = await page.evaluate(
    () => (globalThis as unknown as App).app.gate.preview?.scenario,
  )
  expect(scenario).toMatchObject({
    subject: 'u42',
    workspace: 'w9',
    roles: ['live-agent'],
    groups: ['night'],
    entitlements: ['prime'],
    customRoles: [{ id: 'live-agent', values: { 'dialogues.publish': 'on' } }],
  })
  await edits.getByRole('button', { name: /^Remove Live Agent/ }).click()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden()
  // What was pressed is gone; the next of its kind has the focus.
  expect(await focused(page)).toContain('Add')
})

test('layers and filters, where the catalog has them', async ({ page, site }) => {
  await open(page, site.app, 'panel=en&product=puzzel&role=agent')
  await page.getByText('Values above the roles').click()
  const layers = page.getByRole('group').filter({ hasText: 'Values above the roles' })
  await layers.getByLabel('Set for').selectOption('group')
  await expect(layers.getByLabel('Group')).toHaveValue('support')
  await layers.getByLabel('Value').selectOption({ index: 1 })
  await layers.getByRole('button', { name: 'Add' }).click()
  await expect(banner(page)).toContainText('Agent (Person) (1 change)')
  await page.getByText('Filters', { exact: true }).click()
  const filters = page.getByRole('group').filter({ hasText: 'Only these' })
  await filters.getByLabel('Ids, with commas between them').fill('q1, q2')
  await filters.getByLabel('Only these').selectOption('queues')
  await filters.getByRole('button', { name: 'Add' }).click()
  await expect(banner(page)).toContainText('(2 changes)')
  const scenario = await page.evaluate(
    () => (globalThis as unknown as App).app.gate.preview?.scenario,
  )
  expect(scenario?.layers).toMatchObject([{ from: 'group', id: 'support' }])
  expect(scenario?.filters).toEqual([{ queues: ['q1', 'q2'] }])
  // A value that does not fit is named, and what was shown stays.
  await panelIn(page).locator('summary', { hasText: 'Groups' }).click()
  await page.getByRole('button', { name: 'Remove support' }).click()
  await expect(panelIn(page).locator('.problems')).toContainText('Not shown yet')
  await expect(banner(page)).toContainText('(2 changes)')
})

test('a tab keeps its preview over a reload, until it is left', async ({ page, site }) => {
  await open(page, site.app)
  await box(page, 'Marketing Admin').uncheck()
  await expect(banner(page)).toContainText('somebody without a role')
  await page.reload()
  await expect(banner(page)).toContainText('somebody without a role')
  await page.getByRole('button', { name: 'Leave preview' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Preview', exact: true })).toBeVisible()
  await expect(banner(page)).toBeHidden()
})

test('a role that the customer adds', async ({ page, site }) => {
  await open(page, site.app)
  await box(page, 'Marketing Admin').uncheck()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden()
  await panelIn(page).locator('summary', { hasText: 'New roles' }).click()
  const added = page.getByRole('group').filter({ hasText: 'Name' })
  await added.getByLabel('Name').fill('Live Agent')
  await added.getByRole('button', { name: 'Add' }).click()
  // Its id is nobody else's, and it is held at once.
  await expect(page.getByRole('checkbox', { name: 'Live Agent' }).last()).toBeChecked()
  await expect(banner(page)).toContainText('You see this as Live Agent')
  await panelIn(page).locator('summary', { hasText: 'Role edits' }).click()
  const edits = page.getByRole('group').filter({ hasText: 'Role edits' })
  await expect(edits.getByLabel('Role', { exact: true })).toHaveValue('live-agent-2')
  await edits.getByLabel('Permission').selectOption({ label: 'Publish Dialogue' })
  await edits.getByLabel('Value').selectOption({ label: 'on' })
  await edits.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await added.getByRole('button', { name: 'Remove Live Agent' }).click()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Live Agent' })).toHaveCount(1)
})

test('starts as the person also where somebody else loads the gate', async ({ page, site }) => {
  await open(page, site.app, 'panel=en&client=on')
  await expect(box(page, 'Marketing Admin')).toBeChecked()
  await expect(box(page, 'Included Version')).toBeChecked()
  await box(page, 'Live Agent').check()
  await box(page, 'Marketing Admin').uncheck()
  await expect(banner(page)).toHaveText(
    'You see this as Live Agent. The server still knows you as Marketing Admin.',
  )
  const scenario = await page.evaluate(
    () => (globalThis as unknown as App).app.gate.preview?.scenario,
  )
  expect(scenario).toMatchObject({ subject: 'u42', entitlements: ['included'] })
})

test('says why a scenario cannot be shown, and shows it once it can', async ({ page, site }) => {
  await open(page, site.app, 'panel=en&client=on')
  await page.evaluate(() => {
    const { preview } = (globalThis as unknown as App).app.gate
    const { subtle } = crypto
    Object.assign(globalThis, { mend: () => delete (subtle as { sign?: unknown }).sign })
    Object.assign(subtle, { sign: () => Promise.reject(new Error('the key is gone')) })
    return preview?.catalogs()
  })
  await box(page, 'Live Agent').check()
  await expect(panelIn(page).locator('.problems')).toHaveText(
    'No preview is possible: the key is gone',
  )
  await expect(banner(page)).toBeHidden()
  await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend())
  await box(page, 'Sales Admin').check()
  await expect(banner(page)).toContainText('Live Agent, Marketing Admin, and Sales Admin')
  await expect(panelIn(page).locator('.problems')).toBeHidden()
})

/** Whether the button is in the left or the right half of the page, and how far above its lower edge. */
const corner = (page: Page, pill = 'Preview') =>
  page.getByRole('button', { name: pill, exact: true }).evaluate(button => {
    const { left, right, bottom } = button.getBoundingClientRect()
    return [left + right < innerWidth ? 'left' : 'right', Math.round(innerHeight - bottom)]
  })

test('is moved out of the way, by the keyboard too, and stays there', async ({ page, site }) => {
  await open(page, site.app)
  await page.getByRole('button', { name: 'Move to the left' }).press('Enter')
  const back = page.getByRole('button', { name: 'Move to the right' })
  await expect(back).toBeFocused()
  expect(await corner(page)).toEqual(['left', 16])
  const panel = await page.getByRole('dialog').boundingBox()
  expect(panel?.x).toBe(16)
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  expect(await corner(page)).toEqual(['left', 16])
  await back.click()
  expect(await corner(page)).toEqual(['right', 16])
})

test('is where the application puts it, or where lines end', async ({ page, site }) => {
  await open(page, site.app, 'panel=en&side=left')
  expect(await corner(page)).toEqual(['left', 16])
  await page.goto(`${site.app}/app.html?panel=en&direction=rtl`)
  await expect(page.getByRole('button', { name: 'Preview', exact: true })).toBeVisible()
  expect(await corner(page)).toEqual(['left', 16])
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  // Its own text goes on as it is read.
  const input = await box(page, 'Live Agent').boundingBox()
  const label = await panelIn(page).locator('.check', { hasText: 'Live Agent' }).boundingBox()
  expect(input?.x).toBe(label?.x)
})

test('is above all, and as it is, whatever the style of the page', async ({ page, site }) => {
  await page.goto(`${site.app}/app.html?panel=en`)
  const pill = page.getByRole('button', { name: 'Preview', exact: true })
  await expect(pill).toBeVisible()
  const look = () =>
    pill.evaluate(button => {
      const { fontSize, color, backgroundColor, opacity, direction } = getComputedStyle(button)
      const { width, height, right, bottom } = button.getBoundingClientRect()
      const place = [innerWidth - right, innerHeight - bottom]
      return { fontSize, color, backgroundColor, opacity, direction, width, height, place }
    })
  const before = await look()
  await page.evaluate(() => {
    const style = new CSSStyleSheet()
    style.replaceSync(`
      * { all: unset !important; --surface: red !important; --target: 90px !important }
      body { transform: translateZ(0) !important; display: block !important; height: 3000px !important }
      body > * { display: none !important; font: 40px serif !important; visibility: hidden !important }
      .over { display: block !important; position: fixed !important; inset: 0 !important;
        z-index: 2147483647 !important; visibility: visible !important; background: red !important }
      dialog::backdrop, [popover]::backdrop { background: red !important }
      [popover], [role=dialog], button { display: none !important; pointer-events: none !important }
    `)
    document.adoptedStyleSheets = [style]
    const over = document.createElement('div')
    over.className = 'over'
    document.body.append(over)
  })
  expect(await look()).toEqual(before)
  await pill.click()
  await box(page, 'Live Agent').check()
  await expect(banner(page)).toContainText('Live Agent and Marketing Admin')
  await page.getByRole('button', { name: 'Leave preview' }).click()
  await expect(banner(page)).toBeHidden()
})

test('in Dutch', async ({ page, site }) => {
  await open(page, site.app, 'panel=nl', 'Voorvertoning')
  await box(page, 'Marketing Admin').uncheck()
  await box(page, 'Agenda-agent').check()
  await expect(banner(page)).toHaveText(
    'Je ziet dit als Agenda-agent. Voor de server ben je nog steeds Marketing Admin.',
  )
  await expect(page.getByRole('button', { name: 'Voorvertoning verlaten' })).toBeVisible()
})

test('with the keyboard alone', async ({ page, site }) => {
  await page.goto(`${site.app}/app.html?panel=en`)
  const pill = page.getByRole('button', { name: 'Preview', exact: true })
  await expect(pill).toHaveAttribute('aria-expanded', 'false')
  await pill.focus()
  await page.keyboard.press('Enter')
  await expect(box(page, 'Marketing User')).toBeVisible()
  expect(await focused(page)).toContain('See this app as')
  // The buttons that move and close it come first.
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(banner(page)).toContainText('Marketing User and Marketing Admin')
  expect(await focused(page)).toContain('Marketing User')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await focused(page)).toContain('Change')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(banner(page)).toBeHidden()
})

test('keeps its keys and clicks from the page', async ({ page, site }) => {
  await open(page, site.app)
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    for (const type of ['keydown', 'click', 'pointerdown']) {
      document.addEventListener(type, () => heard.push(type))
    }
  })
  await page.getByLabel('Workspace').fill('')
  await page.getByLabel('Workspace').pressSequentially('w2')
  await box(page, 'Live Agent').click()
  await expect(banner(page)).toContainText('Live Agent and Marketing Admin')
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(
    [],
  )
})

for (const width of [390, 1280]) {
  test(`stands still while the banner comes and grows, at ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page, site.app)
    const top = async () => (await box(page, 'Live Agent').boundingBox())?.y
    const before = await top()
    await box(page, 'Live Agent').check()
    await box(page, 'Sales Admin').check()
    await box(page, 'Dynamic Chat Prime').check()
    await expect(banner(page)).toContainText('with Dynamic Chat Prime')
    expect(await top()).toBe(before)
  })
}

test('says each change once, politely', async ({ page, site }) => {
  await open(page, site.app)
  const status = panelIn(page).locator('.spoken')
  await expect(status).toHaveAttribute('role', 'status')
  await status.evaluate(element => {
    const said: (string | null)[] = []
    Object.assign(globalThis, { said })
    new MutationObserver(() => said.push(element.textContent)).observe(element, { childList: true })
  })
  await box(page, 'Marketing Admin').uncheck()
  await expect(status).toHaveText('You see this as somebody without a role.')
  await page.getByRole('button', { name: 'Leave preview' }).click()
  await expect(status).toHaveText('You see this as yourself again.')
  expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
    'You see this as somebody without a role.',
    'You see this as yourself again.',
  ])
})

for (const width of [320, 820, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await open(page, site.app, 'panel=en&product=puzzel&role=agent')
      for (const summary of await panelIn(page).locator('summary').all()) await summary.click()
      await page
        .getByRole('group')
        .filter({ hasText: 'Values above' })
        .getByRole('button', { name: 'Add' })
        .click()
      await expect(banner(page)).toBeVisible()
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const { violations } = await new AxeBuilder({ page })
        .include('rolegate-preview')
        .withTags(tags)
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    })
  }
}

test.describe('targets', () => {
  const smallest = async (page: Page) => {
    for (const summary of await panelIn(page).locator('summary').all()) await summary.click()
    const targets = panelIn(page).locator(
      'button:visible, select:visible, .check:visible, summary:visible, input:not([type=checkbox]):visible',
    )
    const sizes = await targets.evaluateAll(elements =>
      elements.map(element => {
        const { width, height } = element.getBoundingClientRect()
        return Math.min(width, height)
      }),
    )
    expect(sizes.length).toBeGreaterThan(12)
    return Math.min(...sizes)
  }

  test('are large enough for a mouse', async ({ page, site }) => {
    await open(page, site.app)
    expect(await smallest(page)).toBeGreaterThanOrEqual(24)
  })

  test('are large enough for a finger', async ({ browser, site }) => {
    const context = await browser.newContext({
      isMobile: true,
      hasTouch: true,
      viewport: { width: 390, height: 760 },
    })
    const page = await context.newPage()
    await open(page, site.app)
    expect(await smallest(page)).toBeGreaterThanOrEqual(44)
    await context.close()
  })
})

test('has edges where colours are forced, and stands still where that is wanted', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await open(page, site.app)
  const styles = await page.getByRole('dialog').evaluate(element => {
    const { borderTopWidth, borderTopStyle, animationName } = getComputedStyle(element)
    return { borderTopWidth, borderTopStyle, animationName }
  })
  expect(styles).toEqual({ borderTopWidth: '1px', borderTopStyle: 'solid', animationName: 'none' })
})
