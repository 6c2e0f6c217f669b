import { useLabels } from '../language/LanguageContext.ts'
import type { Role } from '../scenario/DisplayCatalog.ts'
import { rolesOf } from '../scenario/roles.ts'
import { usePane } from './PaneContext.ts'

/** The roles of the customer in the frame: the catalog's with the customer's edits, and the customer's own. */
export function useRoles(): readonly Role[] {
  const { catalog, scenario } = usePane().inForce
  return rolesOf(catalog, scenario.customRoles)
}

/** Names a role in the language of the page. */
export function useRoleName(): (id: string) => string {
  const roles = useRoles()
  const label = useLabels()
  return id => {
    const role = roles.find(role => role.id === id)
    return role ? label(role.label) : id
  }
}
