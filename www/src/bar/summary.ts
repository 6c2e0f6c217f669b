import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { rolesOf } from '../scenario/roles.ts'
import type { InForce } from '../scenario/Scene.ts'
import { barTexts } from './texts.ts'

/** Names the roles and what was bought, as the gate in force has them. */
export function useNames(): (inForce: InForce) => {
  readonly roles: string
  readonly bought: string
} {
  const label = useLabels()
  const texts = useTexts(barTexts)
  return ({ catalog, scenario }) => {
    const roles = rolesOf(catalog, scenario.customRoles)
    return {
      roles:
        scenario.roles.map(id => label(roles.find(role => role.id === id)?.label)).join(' + ') ||
        texts.nobody,
      bought:
        scenario.entitlements.map(id => label(catalog.entitlement(id)?.label)).join(' + ') ||
        texts.nothingBought,
    }
  }
}

/** What is in force, in one line. */
export function useSummary(inForce: InForce): string {
  const names = useNames()
  const { roles, bought } = names(inForce)
  return inForce.catalog.entitlements.length > 0 ? `${roles} · ${bought}` : roles
}
