import type { APIRequestContext } from '@playwright/test'
import { controls, expect, goToSection, test } from '../../fixtures.ts'
import { CHAT } from '../../products.ts'
import { expected, PACKAGES, PEOPLE, ROWS } from './permission-table.ts'

test.use({ product: CHAT })

/** The part of the catalog that names the permissions of the table. */
interface Catalog {
  areas: { permissions: { id: string; label: { en: string } }[] }[]
}

test('the table has 44 permissions, and the catalog names every one', async ({ request }) => {
  const ids = await idsByLabel(request)
  expect(ROWS).toHaveLength(44)
  expect(ROWS.map(row => row.label).filter(label => !ids.has(label))).toEqual([])
})

for (const person of Object.keys(PEOPLE)) {
  for (const pack of PACKAGES) {
    test(`${person} with ${pack} sees what the table says, cell by cell`, async ({
      page,
      request,
      openAs,
    }) => {
      const ids = await idsByLabel(request)
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
  const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link')
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
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Nothing in Agent inbox for Marketing User',
  )
  expect([...(await controls(page)).keys()]).toEqual([])
})

async function idsByLabel(request: APIRequestContext): Promise<Map<string, string>> {
  const response = await request.get(`/catalogs/${CHAT.id}.json`)
  const catalog = (await response.json()) as Catalog
  return new Map(
    catalog.areas.flatMap(area => area.permissions.map(({ id, label }) => [label.en, id] as const)),
  )
}
