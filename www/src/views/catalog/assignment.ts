import { createStage } from 'rolegate/preview'
import type { DisplayCatalog, Role } from '../../scenario/DisplayCatalog.ts'

/** The roles that nobody who holds one role may give to anybody, everything being bought. */
export async function rolesNobodyAssigns(catalog: DisplayCatalog): Promise<readonly Role[]> {
  const stage = await createStage({ catalogs: [catalog.text] })
  const ids = catalog.roles.map(({ id }) => id)
  const entitlements = catalog.entitlements.map(({ id }) => id)
  const groups = Array.from({ length: catalog.groupsPerMembership ?? 0 }, (_, at) => `g${at + 1}`)
  const given = new Set<string>()
  try {
    for (const id of ids) {
      const scenario = { catalog: catalog.sha256, roles: [id], entitlements, groups }
      const { outcome } = await stage.show(scenario)
      if (outcome !== 'shown') continue
      const { roles } = stage.gate.in('w1')
      for (const target of [[], ...ids.map(one => [one])]) {
        for (const role of roles.assignable({ target })) given.add(role)
      }
    }
  } finally {
    stage.dispose()
  }
  return catalog.roles.filter(({ id }) => !given.has(id))
}
