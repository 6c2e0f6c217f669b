// Dutch is complete: what a page says in both languages alike is a name, or one of the words below.

import type { Page } from '@playwright/test'
import { expect, goTo, goToSection, lookAt, type OpenAs, test } from './fixtures.ts'
import { PRODUCTS, type Product } from './products.ts'

/** Words that are the same in Dutch. */
const WORDS =
  'Account|API|Chat|Chatbot|CSV|Desktop|Document|DropZone|Engage|Matrix|Monitor|open|Product|Scenario|Start|Tablet|Team|Ticker|Token|upgrade|Wallboard'

/** Names: of companies and people, and of roles that have no Dutch one. */
const NAMES =
  'rolegate|Adobe Dynamic Chat|PandaDoc|Userlike|Puzzel|Aivo Live|Halden Cycles|Sample Studio|Astrid|Beatriz|Bram|Caio|Carlos|Davi|Dunja|Emre|Campus Rides|Fjordbud Logistics|Stad in Beweging|Utrecht|Admin|Agent|Analyst|Live Agent(?: \\d)?|Manager|Marketing Admin|Owner|Staff|Supervisor'

const SAME = new RegExp(`^(?:· )?(${WORDS}|${NAMES}|\\d+ min|\\S+@\\S+|https://\\S+|/\\S*)$`)

/**
 * What a reader of the page gets to see or hear, without what is marked as being in another language, and
 * without code.
 */
function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isOwn = (element: Element) =>
      element.checkVisibility() &&
      element.closest('[lang]') === document.documentElement &&
      element.closest('code, [aria-hidden=true], .untranslated') === null
    const said = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode
      if (parentElement && isOwn(parentElement)) said.add((textContent ?? '').trim())
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (isOwn(element)) said.add((element.getAttribute(name) ?? '').trim())
      }
    }
    return [...said].filter(text => /\p{L}{2}/u.test(text))
  })
}

/** What all sections of a product say together. */
async function saidIn(lang: string, product: Product, page: Page, openAs: OpenAs) {
  const all = new Set<string>()
  for (const { person, package: pack } of product.visitors) {
    await openAs(person, product.sections[0] ?? '', { package: pack, lang })
    for (const section of product.sections) {
      await goToSection(page, section)
      for (const text of await said(page)) all.add(text)
    }
  }
  return all
}

for (const product of PRODUCTS) {
  test.describe(product.id, () => {
    test.use({ product })

    test('says everything in Dutch', async ({ page, openAs }) => {
      const english = await saidIn('en', product, page, openAs)
      const dutch = await saidIn('nl', product, page, openAs)
      const same = [...dutch].filter(text => english.has(text) && !SAME.test(text))
      expect(same).toEqual([])
      expect(dutch.size).toBeGreaterThan(50)
    })
  })
}

test('samples are in the language of the page, and what people wrote stays as they wrote it', async ({
  page,
}) => {
  const place = { product: 'pandadoc', roles: ['manager'], subject: 'manager', workspace: 'sales' }
  const bought = { entitlements: ['plan-business', 'licence-standard'] }
  await page.goto(lookAt({ ...place, ...bought, lang: 'nl' }))
  await page.getByRole('button', { name: 'Nieuwe map' }).click()
  await page.getByRole('textbox', { name: 'Naam' }).fill('Signs for the harbour')
  await page.keyboard.press('Enter')
  const folders = page.locator('[data-record^="f"] strong')
  await expect(folders).toHaveText([
    'Offertes',
    'Concepten van het lid',
    'Directie',
    'Signs for the harbour',
  ])
  await goTo(page, lookAt({ ...place, ...bought, lang: 'en' }))
  await expect(folders).toHaveText(['Offers', 'Member’s drafts', 'Board', 'Signs for the harbour'])
})

const PERSON = {
  product: 'pandadoc',
  roles: ['manager'],
  entitlements: ['plan-business', 'licence-standard'],
}

test('every view says everything in Dutch', async ({ page }) => {
  for (const [view, parts] of Object.entries({
    '': {},
    look: { ...PERSON, inspect: 'on', why: 'documents.send' },
    matrix: PERSON,
    compare: PERSON,
    'what-if': PERSON,
    snapshot: PERSON,
    catalog: PERSON,
  })) {
    const open = async (lang: string) => {
      await page.goto('about:blank')
      await page.goto(lookAt({ ...parts, lang }, view))
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      return new Set(await said(page))
    }
    const english = await open('en')
    const dutch = await open('nl')
    expect(
      [...dutch].filter(text => english.has(text) && !SAME.test(text)),
      view,
    ).toEqual([])
  }
})
