import { catalogOf, idsByLabel } from '../catalogs.ts'
import { controls, expect, goToSection, test } from '../fixtures.ts'
import { LIVE } from '../products.ts'
import { readTable } from '../tables.ts'

test.use({ product: LIVE })

/** The names of the roles in the columns of the published table, by id. */
const COLUMNS = Object.fromEntries(catalogOf(LIVE.id).roles.map(({ id, label }) => [id, label.en]))

for (const { subject } of LIVE.people) {
  test(`${subject} sees what the table says, cell by cell`, async ({ page, openAs }) => {
    await openAs(subject, 'own', { package: 'all' })
    const shown = new Set<string>()
    for (const section of LIVE.sections) {
      await goToSection(page, section)
      for (const [permission, outcomes] of await controls(page)) {
        if (outcomes.has('show')) shown.add(permission)
      }
    }
    const inTable = readTable('aivo-live.tsv')
      .filter(line => /^yes/.test(line[COLUMNS[subject] ?? ''] ?? ''))
      .map(line => line['permission'] ?? '')
    expect(inTable.length).toBeGreaterThan(0)
    const labels = idsByLabel(LIVE.id)
    const known = new Set(labels.values())
    expect([...shown].filter(id => known.has(id)).sort()).toEqual(
      inTable.map(label => labels.get(label)).sort(),
    )
  })
}
