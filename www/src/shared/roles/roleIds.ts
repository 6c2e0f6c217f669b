import type { Shown } from '../../gate/PaneContext.ts'
import { rolesOf } from '../../scenario/roles.ts'

/** The ids of the roles that somebody's customer has. */
export function roleIds({ catalog, scenario }: Shown): readonly string[] {
  return rolesOf(catalog, scenario.customRoles).map(({ id }) => id)
}
