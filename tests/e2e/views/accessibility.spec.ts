import { expectAccessible, expectNoOverflow } from '../accessibility.ts'
import { expect, lookAt, test } from '../fixtures.ts'

const STAFF = { product: 'userlike', roles: ['staff'], entitlements: ['flex'] }
const EDIT = [{ id: 'staff', values: { analytics: 'read' } }]

/** Each view with what stands in it once it is ready. */
const VIEWS = [
  { view: 'matrix', parts: STAFF, ready: '[data-cell]' },
  { view: 'compare', parts: { ...STAFF, sides: 'staff,agent' }, ready: '[data-cell]' },
  { view: 'what-if', parts: { ...STAFF, customRoles: EDIT }, ready: '[data-flip]' },
  { view: 'catalog', parts: { product: 'pandadoc' }, ready: '[data-problems="0"]' },
  { view: 'matrix', parts: { ...STAFF, why: 'conversations.delete' }, ready: '.why-content' },
] as const

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} colours`, () => {
    test.use({ colorScheme })

    for (const { view, parts, ready } of VIEWS) {
      const name = 'why' in parts ? 'the explanation' : view

      test(`${name} is accessible at every width`, async ({ page }) => {
        await page.goto(lookAt(parts, view))
        await expect(page.locator(ready).first()).toBeVisible()
        for (const width of [390, 820, 1440]) {
          await page.setViewportSize({ width, height: 860 })
          await expectAccessible(page)
        }
        await page.setViewportSize({ width: 320, height: 860 })
        await expectNoOverflow(page)
      })
    }
  })
}

test('with forced colours, what is chosen is told from what is not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(lookAt(STAFF, 'what-if'))
  const row = page.locator('[data-value-of="chat-settings"]')
  const colour = (value: string) =>
    row
      .locator(`[data-value="${value}"]`)
      .evaluate(choice => getComputedStyle(choice).backgroundColor)
  await expect(row).toBeVisible()
  expect(await colour('read')).not.toBe(await colour('write'))
  // A switch has an edge, and its state another colour.
  const track = page.locator('.toggle-track')
  const look = () =>
    track.evaluate(element => {
      const { outlineStyle, backgroundColor } = getComputedStyle(element)
      return [outlineStyle, backgroundColor] as const
    })
  const [outline, off] = await look()
  expect(outline).toBe('solid')
  await page.getByRole('switch').click({ force: true })
  await expect.poll(async () => (await look())[1]).not.toBe(off)
})
