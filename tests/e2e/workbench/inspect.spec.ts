import type { Page } from '@playwright/test'
import { catalogOf } from '../catalogs.ts'
import { expect, test } from '../fixtures.ts'
import { CHAT, DOCUMENTS, type Product } from '../products.ts'

for (const [product, person, place] of [
  [DOCUMENTS, 'member', 'documents'],
  [CHAT, 'live-agent', 'inbox'],
  [CHAT, 'marketing-user', 'admin-settings'],
] as const) {
  test.describe(`${person} in ${place}`, () => {
    test.use({ product: product as Product, contextOptions: { reducedMotion: 'reduce' } })

    test('inspecting moves no element, and shows what is hidden in its place', async ({
      page,
      openAs,
    }) => {
      await openAs(person, place)
      const before = await boxes(page)
      await page.getByRole('button', { name: 'Inspect' }).click()
      await expect(page.locator('.ghost-chip').first()).toBeVisible()
      const during = await boxes(page)
      expect(during).toHaveLength(before.length)
      for (const [index, [name, ...box]] of before.entries()) {
        const [, ...now] = during[index] ?? ['']
        for (const [side, value] of box.entries()) {
          expect(
            Math.abs((now[side] ?? Number.NaN) - value),
            `${name} ${index}`,
          ).toBeLessThanOrEqual(0.5)
        }
      }
      await page.getByRole('button', { name: 'Inspect' }).click()
      await expect(page.locator('.ghost-chip')).toHaveCount(0)
      expect(await boxes(page)).toEqual(before)
    })
  })
}

test('every permission of the catalog can be reached and asked why', async ({ page, openAs }) => {
  await openAs('live-agent', 'reports')
  await page.getByRole('button', { name: 'Inspect' }).click()
  const ids = catalogOf(CHAT.id).areas.flatMap(area => area.permissions.map(({ id }) => id))
  const listed = page.locator('[data-listed]')
  await expect(listed).toHaveCount(ids.length)
  expect(
    await listed.evaluateAll(items => items.map(item => item.getAttribute('data-listed'))),
  ).toEqual(ids)
  await page.getByLabel('Find a permission').fill('Export reports')
  await expect(listed).toHaveCount(1)
  await listed.getByRole('button').click()
  await expect(page.getByRole('dialog')).toContainText('Export reports')
})

/** The place of every element of the product, and of the page around it. */
async function boxes(page: Page): Promise<(readonly [string, ...number[]])[]> {
  return page.locator('.top, .bar *, .frame-bar *, .frame, .product *').evaluateAll(elements =>
    elements.map(element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.className.toString(), x, y + scrollY, width, height] as const
    }),
  )
}
