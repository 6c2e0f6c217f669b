import type { PersonClaims } from 'rolegate/server'
import type { ReadyMade } from '../products/definition.ts'
import type { Label } from '../scenario/DisplayCatalog.ts'
import type { Scenario, SnapshotRole } from '../scenario/scenario.ts'

/** What a person is in one workspace. */
export interface Membership {
  readonly workspace: string
  readonly roles: readonly string[]
}

/** What the server knows of a person. */
export interface Account {
  readonly subject: string
  readonly label: Label
  readonly memberships: readonly Membership[]
  readonly entitlements: readonly string[]
  readonly customRoles: readonly SnapshotRole[]
}

/** The accounts of a product's ready-made people; who is listed twice has two memberships. */
export function accountsOf(people: readonly ReadyMade[]): readonly Account[] {
  const subjects = [...new Set(people.map(({ subject }) => subject))]
  return subjects.map(subject => {
    const own = people.filter(person => person.subject === subject)
    const [first] = own
    return {
      subject,
      label: first?.label ?? {},
      memberships: own.map(({ workspace = '', roles = [] }) => ({ workspace, roles })),
      entitlements: first?.entitlements ?? [],
      customRoles: first?.customRoles ?? [],
    }
  })
}

/** What a snapshot says of an account. */
export function claimsOf(account: Account): PersonClaims {
  const { subject, memberships, entitlements, customRoles } = account
  return { subject, memberships, entitlements, roles: customRoles }
}

/** An account in one of its workspaces: the one that is named, or else its first. */
export function scenarioOf(account: Account, named: string, catalog: string): Scenario {
  const { subject, memberships, entitlements, customRoles } = account
  const membership = memberships.find(({ workspace }) => workspace === named) ?? memberships[0]
  return {
    catalog,
    subject,
    workspace: membership?.workspace ?? '',
    roles: membership?.roles ?? [],
    groups: [],
    entitlements,
    layers: [],
    filters: [],
    customRoles,
  }
}
