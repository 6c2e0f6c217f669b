import type { Decision } from 'rolegate'
import type { Names } from '../demo/catalog.ts'

type Missing = Decision['missing'][number]
type Change = Missing['changes'][number]

/** What each reason code means, in a sentence for the person in front of the screen. */
const REASONS: Readonly<Record<string, string>> = {
  granted: 'A role gives it, and the package covers it.',
  'engine-unavailable': 'The permission engine could not start, so nothing is decided.',
  'no-snapshot': 'No verified snapshot is in force yet.',
  'not-yet-valid': 'The rights are not in force yet.',
  expired: 'The rights have run out. A new snapshot brings them back.',
  'unknown-permission': 'The catalog has no such permission.',
  'unknown-workspace': 'The person is no member of this workspace.',
  'record-required': 'It depends on the record it is done to.',
  filtered: 'This record is outside what the person may see.',
  'not-granted': 'None of the person’s roles gives it.',
  relation: 'The roles give it on other records, not on this one.',
  prerequisite: 'The person has it, but not the right it builds on.',
  'not-entitled': 'The role allows it, the package does not include it.',
}

/** What a lack without changes means. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'record-required': 'There is no record that it could be done to',
  'not-granted': 'Nothing that could be given would help',
  relation: 'No record that could be reached would help',
}

/** How a person stands to a record, in words. */
const RELATIONS: Readonly<Record<string, string>> = {
  own: 'the person’s own',
  shared: 'shared with the person',
  'shared-edit': 'shared with the person for editing',
  mine: 'assigned to the person',
  assigned: 'assigned to somebody',
  unassigned: 'assigned to nobody',
  'same-group': 'in a group of the person',
  'same-organization': 'in the person’s organization',
}

/** What the screen does, in words. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  show: 'shown',
  disable: 'disabled',
  hide: 'hidden',
  upsell: 'offered as an upgrade',
  loading: 'waiting',
}

export function reasonOf(decision: Decision): string {
  return REASONS[decision.code] ?? decision.code
}

/** What is missing, one line for each lack. */
export function lacksOf(decision: Decision, names: Names | null): string[] {
  return decision.missing.map(missing => lack(missing, names)).filter(Boolean)
}

/** The first way to get what the customer has not bought: all these entitlements together. */
export function wantedEntitlements(decision: Decision): readonly string[] {
  return decision.missing
    .filter(missing => missing.code === 'not-entitled')
    .flatMap(missing => {
      const way = missing.changes.find(change => 'entitlements' in change)
      return way?.entitlements ?? []
    })
}

function lack(missing: Missing, names: Names | null): string {
  const ways = waysOf(missing.changes, names)
  if (!missing.permission) return ways || (OUT_OF_REACH[missing.code] ?? '')
  const name = names?.permission(missing.permission) ?? missing.permission
  const deeper = (missing.missing ?? []).map(one => lack(one, names)).find(Boolean) ?? ways
  const needed = `Needs “${name}”${missing.atLeast ? ` at ${missing.atLeast}` : ''}`
  return deeper ? `${needed}. ${deeper}` : needed
}

/** What would help, in words: the roles if there are any, or else the first other way. */
function waysOf(changes: readonly Change[], names: Names | null): string {
  const roles = changes.flatMap(change => ('role' in change ? [change.role] : []))
  if (roles.length > 0) return `Given by ${roles.map(id => names?.role(id) ?? id).join(', ')}`
  return changes[0] ? describe(changes[0], names) : ''
}

function describe(change: Change, names: Names | null): string {
  if ('role' in change) return `Given by ${names?.role(change.role) ?? change.role}`
  if ('entitlements' in change) {
    return `Comes with ${change.entitlements.map(id => names?.entitlement(id) ?? id).join(' and ')}`
  }
  if ('values' in change) {
    const values = Object.entries(change.values)
    const set = values.map(([id, value]) => `“${names?.permission(id) ?? id}” set to ${value}`)
    return `Takes ${set.join(' and ')}`
  }
  if ('relations' in change) {
    return `Holds on what is ${change.relations.map(relation => RELATIONS[relation] ?? relation).join(' and ')}`
  }
  if ('together' in change) return change.together.map(one => describe(one, names)).join('; ')
  return `Asked with a ${change.record}`
}
