import { LayoutGrid } from 'lucide-react'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import type { Choice, ProductDefinition, ReadyMade } from '../definition.ts'

const made = new WeakMap<DisplayCatalog, ProductDefinition>()

/** Screens for a catalog that has none: an area is a section, its permissions are cards, records are lists. */
export function generatedFor(catalog: DisplayCatalog): ProductDefinition {
  const found = made.get(catalog)
  if (found) return found
  const definition: ProductDefinition = {
    customer: catalog.label['en'] ?? catalog.id,
    records: {},
    choices: choicesOf(catalog),
    people: peopleOf(catalog),
    sections: catalog.areas.map(area => ({
      id: area.id,
      label: area.label,
      group: catalog.label,
      icon: LayoutGrid,
      permissions: area.permissions.map(({ id }) => id),
    })),
  }
  made.set(catalog, definition)
  return definition
}

/** Entitlements that come with one another are a ladder, of which a customer has one rung. */
function choicesOf(catalog: DisplayCatalog): readonly Choice[] {
  const rungs = catalog.entitlements.filter(
    ({ id, includes = [] }) =>
      includes.length > 0 || catalog.entitlements.some(other => other.includes?.includes(id)),
  )
  const depth = (id: string) => catalog.withIncluded([id]).size
  const of = rungs.map(({ id }) => id).sort((one, other) => depth(one) - depth(other))
  return of.length > 0 ? [{ label: { en: 'Plan', nl: 'Abonnement' }, of }] : []
}

/** One person for each role, with everything bought. */
function peopleOf(catalog: DisplayCatalog): readonly ReadyMade[] {
  const chosen = new Set(choicesOf(catalog).flatMap(({ of }) => of.slice(0, -1)))
  const entitlements = catalog.entitlements.map(({ id }) => id).filter(id => !chosen.has(id))
  const groups = Array.from(
    { length: catalog.groupsPerMembership ?? 0 },
    (_, index) => `g${index + 1}`,
  )
  return catalog.roles.map(({ id, label }) => ({
    label,
    subject: 'u1',
    workspace: 'w1',
    roles: [id],
    groups,
    entitlements,
  }))
}
