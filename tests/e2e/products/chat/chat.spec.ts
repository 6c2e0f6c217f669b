import { idsByLabel } from '../../catalogs.ts'
import { controls, expect, goToSection, test } from '../../fixtures.ts'
import { CHAT } from '../../products.ts'
import { expected, PACKAGES, PEOPLE, ROWS } from './permission-table.ts'

test.use({ product: CHAT })

test('the table has 44 permissions, and the catalog names every one', () => {
  const ids = idsByLabel(CHAT.id)
  expect(ROWS).toHaveLength(44)
  expect(ROWS.map(row => row.label).filter(label => !ids.has(label))).toEqual([])
})

for (const person of Object.keys(PEOPLE)) {
  for (const pack of PACKAGES) {
    test(`${person} with ${pack} sees what the table says, cell by cell`, async ({
      page,
      openAs,
    }) => {
      const ids = idsByLabel(CHAT.id)
      const [first = ''] = CHAT.sections
      await openAs(person, first, { package: pack })
      const seen = new Map<string, Set<string>>()
      for (const section of CHAT.sections) {
        await goToSection(page, section)
        for (const [permission, outcomes] of await controls(page)) {
          seen.set(permission, new Set([...(seen.get(permission) ?? []), ...outcomes]))
        }
      }
      const onPage = Object.fromEntries(
        ROWS.map(({ label }) => [label, [...(seen.get(ids.get(label) ?? '') ?? ['hide'])].join()]),
      )
      const inTable = Object.fromEntries(ROWS.map(row => [row.label, expected(row, person, pack)]))
      expect(onPage).toEqual(inTable)
      const known = new Set(ids.values())
      expect([...seen.keys()].filter(permission => !known.has(permission))).toEqual([])
    })
  }
}

test('the navigation leaves out the sections in which a person may use nothing', async ({
  page,
  openAs,
}) => {
  await openAs('calendar-agent', 'reports')
  const links = page.getByRole('navigation', { name: /Sections/ }).getByRole('link')
  await expect(links).toHaveText([
    'Dialogues',
    'Conversational flows',
    'Response library',
    'Reports',
    'Agent settings',
    'Admin settings',
  ])
})

test('a section opened by its address alone shows nothing either', async ({ page, openAs }) => {
  await openAs('marketing-user', 'inbox')
  await expect(page.locator('.product').getByRole('heading', { level: 1 })).toHaveText(
    'Nothing in Agent inbox for Marketing User',
  )
  expect([...(await controls(page)).keys()]).toEqual([])
})
