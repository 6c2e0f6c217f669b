import { expectNoOverflow } from './accessibility.ts'
import { expect, goToSection, test } from './fixtures.ts'
import { PRODUCTS } from './products.ts'

const WIDTHS = [360, 390, 768, 1024, 1280, 1920]

test.use({ contextOptions: { reducedMotion: 'reduce' } })

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
        const navigation = page.getByRole('navigation', { name: /Sections/ })
        const shown = await navigation
          .getByRole('link')
          .evaluateAll(links =>
            links.map(link => /section=([^&]*)/.exec(link.getAttribute('href') ?? '')?.[1]),
          )
        const hidden = await navigation
          .locator('[data-ghost-section]')
          .evaluateAll(ghosts => ghosts.map(ghost => ghost.getAttribute('data-ghost-section')))
        expect([...shown, ...hidden].sort()).toEqual([...product.sections].sort())
      })

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
