import { expectAccessible, expectNoOverflow } from './accessibility.ts'
import { expect, goToSection, test, tryToBreak } from './fixtures.ts'
import { PRODUCTS } from './products.ts'

const DESKTOP = { width: 1280, height: 860 }
const PHONE = { width: 390, height: 860 }
const WIDTHS = [360, 390, 768, 1024, 1280, 1920]

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the demo offers exactly the products listed here', async ({ request }) => {
  const demo = (await (await request.get('/api/demo')).json()) as { products: { id: string }[] }
  expect(demo.products.map(({ id }) => id).sort()).toEqual(PRODUCTS.map(({ id }) => id).sort())
})

for (const product of PRODUCTS) {
  test.describe(product.id, () => {
    test.use({ product })
    const [first = ''] = product.sections

    for (const { person, package: pack } of product.visitors) {
      const visitor = `${person} with ${pack}`

      test(`the navigation has exactly the sections listed here for ${visitor}`, async ({
        page,
        openAs,
      }) => {
        await openAs(person, first, { package: pack })
        // Inspect mode also lists the sections that are hidden.
        await page.getByRole('button', { name: 'Inspect' }).click()
        const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link')
        const sections = await links.evaluateAll(elements =>
          elements.map(element => element.getAttribute('href')?.split('/').at(-1)),
        )
        expect(sections).toEqual(product.sections)
      })

      for (const colorScheme of ['light', 'dark'] as const) {
        test.describe(`${colorScheme} colours`, () => {
          test.use({ colorScheme })

          test(`every section is accessible for ${visitor}`, async ({ page, openAs }) => {
            test.slow()
            await openAs(person, first, { package: pack })
            for (const section of product.sections) {
              await goToSection(page, section)
              for (const viewport of [DESKTOP, PHONE]) {
                await page.setViewportSize(viewport)
                await expectAccessible(page)
              }
            }
          })
        })
      }

      test(`no section scrolls sideways for ${visitor}`, async ({ page, openAs }) => {
        await openAs(person, first, { package: pack })
        for (const section of product.sections) {
          await goToSection(page, section)
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 860 })
            await expectNoOverflow(page)
          }
        }
      })
    }
  })
}

for (const [colorScheme, viewport] of [
  ['light', DESKTOP],
  ['dark', PHONE],
] as const) {
  test.describe(`${colorScheme} colours, ${viewport.width} pixels wide`, () => {
    test.use({ colorScheme, viewport })

    test('every state of the page is accessible', async ({ page, openAs }) => {
      test.slow()
      await openAs('live-agent', 'inbox', { start: 'edited' })
      await expectAccessible(page)
      await openAs('live-agent', 'inbox', { package: 'included' })
      await page.getByRole('button', { name: 'Inspect' }).click()
      await expectAccessible(page)
      await tryToBreak(page, 'Edit the snapshot')
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)
      await tryToBreak(page, 'Let ten minutes pass')
      await expect(page.getByRole('alert')).toContainText('expired')
      await expectAccessible(page)
      await page.locator('[data-outcome="disable"]').getByRole('button').first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      // React Aria puts hidden dismiss buttons around a popover, outside any landmark.
      await expectAccessible(page, ['region'])
    })
  })
}
