import { SECTIONS } from './adobe.ts'
import { expectAccessible, expectNoOverflow } from './axe.ts'
import { address, expect, go, open, test, tryToBreak } from './page.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test.describe(`${colorScheme}, ${width} wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 860 } })

    for (const [person, pack] of [
      ['marketing-and-sales-admin', 'prime'],
      ['marketing-admin', 'included'],
    ] as const) {
      test(`every section for ${person} on ${pack} is accessible`, async ({ page }) => {
        test.slow()
        await open(page, address(person, pack, SECTIONS[0]))
        for (const section of SECTIONS) {
          await go(page, address(person, pack, section))
          await expectAccessible(page)
        }
      })
    }

    test('every state is accessible', async ({ page }) => {
      test.slow()
      await open(page, `${address('live-agent', 'prime', 'inbox')}?start=edited`)
      await expectAccessible(page)
      await open(page, address('live-agent', 'included', 'inbox'))
      await page.getByRole('button', { name: 'Inspect' }).click()
      await expectAccessible(page)
      await tryToBreak(page, 'Edit the snapshot')
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)
      await tryToBreak(page, 'Let ten minutes pass')
      await expect(page.getByRole('alert')).toContainText('run out')
      await expectAccessible(page)
      await page.locator('[data-outcome="disable"]').getByRole('button').first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      // The component library sets hidden dismiss buttons around a popover, outside any landmark.
      await expectAccessible(page, ['region'])
    })
  })
}

for (const width of [360, 390, 768, 1024, 1280, 1920]) {
  test(`no section scrolls sideways at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 })
    await open(page, address('marketing-and-sales-admin', 'prime', SECTIONS[0]))
    for (const section of SECTIONS) {
      await go(page, address('marketing-and-sales-admin', 'prime', section))
      await expectNoOverflow(page)
    }
  })
}
