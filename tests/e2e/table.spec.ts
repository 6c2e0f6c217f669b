import { expected, PACKAGES, PEOPLE, ROWS, SECTIONS } from './adobe.ts'
import { address, controls, expect, go, open, test } from './page.ts'

/** The catalog's part the table is joined with: which identifier a name belongs to. */
interface Catalog {
  areas: { permissions: { id: string; label: { en: string } }[] }[]
}

test('the table has 44 permissions, and the catalog names every one', async ({ request }) => {
  const ids = await identifiers(request)
  expect(ROWS).toHaveLength(44)
  expect(ROWS.map(row => row.label).filter(label => !ids.has(label))).toEqual([])
})

for (const person of Object.keys(PEOPLE)) {
  for (const pack of PACKAGES) {
    test(`${person} on ${pack} sees what the table says, cell by cell`, async ({
      page,
      request,
    }) => {
      const ids = await identifiers(request)
      await open(page, address(person, pack, SECTIONS[0]))
      const seen = new Map<string, Set<string>>()
      for (const section of SECTIONS) {
        await go(page, address(person, pack, section))
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

test('sections in which a person has nothing are not in the navigation', async ({ page }) => {
  await open(page, address('calendar-agent', 'prime', 'reports'))
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

test('a section opened by its address alone shows nothing either', async ({ page }) => {
  await open(page, address('marketing-user', 'prime', 'inbox'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Nothing in Agent inbox for Marketing User',
  )
  expect([...(await controls(page)).keys()]).toEqual([])
})

async function identifiers(request: {
  get(path: string): Promise<{ json(): Promise<unknown> }>
}): Promise<Map<string, string>> {
  const catalog = (await (await request.get('/catalogs/adobe-dynamic-chat.json')).json()) as Catalog
  return new Map(
    catalog.areas.flatMap(area => area.permissions.map(({ id, label }) => [label.en, id] as const)),
  )
}
