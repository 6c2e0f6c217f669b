import { expectAccessible } from '../accessibility.ts'
import { goToSection, test } from '../fixtures.ts'
import { PRODUCTS } from '../products.ts'

const DESKTOP = { width: 1280, height: 860 }
const PHONE = { width: 390, height: 860 }

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const product of PRODUCTS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${product.id}, ${colorScheme} colours`, () => {
      test.use({ product, colorScheme })
      const [first = ''] = product.sections

      for (const { person, package: pack } of product.visitors) {
        test(`every section is accessible for ${person} with ${pack}`, async ({ page, openAs }) => {
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
      }
    })
  }
}
