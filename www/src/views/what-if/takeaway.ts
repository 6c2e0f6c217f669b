import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** The claims of a snapshot, as `rolegate sign --catalog … --lifetime …` takes them. */
export function claimsOf(scenario: Scenario): string {
  const { subject, workspace, roles, groups, layers, filters, entitlements, customRoles } = scenario
  const claims = {
    iss: 'https://app.example',
    aud: 'app',
    sub: subject,
    fmt: 1,
    seq: 1,
    entitlements,
    memberships: [{ workspace, roles, groups, layers, filters }],
    roles: customRoles,
  }
  return `${JSON.stringify(claims, null, 2)}\n`
}

interface RoleInFile {
  id: string
  label?: unknown
  values?: Record<string, unknown>
  unlocked?: Record<string, unknown[]>
}

/** The catalog's file with the roles as the scenario has them. */
export function catalogOf(catalog: DisplayCatalog, { customRoles }: Scenario): string {
  const file = JSON.parse(catalog.text) as { roles: RoleInFile[] }
  for (const edit of customRoles) {
    const role = file.roles.find(({ id }) => id === edit.id)
    if (role) editRole(role, edit.values)
    else {
      const base = file.roles.find(({ id }) => id === edit.based_on)
      const values = { ...base?.values, ...edit.values }
      file.roles.push({ id: edit.id, label: edit.label ?? { en: edit.id }, values })
    }
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** A value that is chosen changes places with the one that the catalog had. */
function editRole(role: RoleInFile, values: Readonly<Record<string, unknown>>): void {
  for (const [permission, value] of Object.entries(values)) {
    const before = role.values?.[permission] ?? 'off'
    role.values = { ...role.values, [permission]: value }
    const others = role.unlocked?.[permission]
    if (!others) continue
    const unlocked = [...others.filter(other => other !== value), before]
    role.unlocked = { ...role.unlocked, [permission]: unlocked }
  }
}
