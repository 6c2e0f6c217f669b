import type { Decision } from 'rolegate'
import type { Names } from '../demo/names.ts'

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

/** The entitlements that would turn the decision round. */
export function wantedEntitlements(decision: Decision): readonly string[] {
  return decision.missing
    .filter(missing => missing.code === 'not-entitled')
    .flatMap(missing => missing.changes)
    .flatMap(change => ('entitlements' in change ? change.entitlements : []))
}

function lack(missing: Missing, names: Names | null): string {
  const first = [...new Set(waysOf(missing.changes, names))].join(', or ')
  if (!missing.permission) return first
  const needed = `Needs “${names?.permission(missing.permission) ?? missing.permission}”`
  return first ? `${needed}: ${first}` : needed
}

/** What would help, in words; the roles together, as there can be many. */
function waysOf(changes: readonly Change[], names: Names | null): string[] {
  const roles = changes.flatMap(change => ('role' in change ? [change.role] : []))
  const others = changes.flatMap(change => ('role' in change ? [] : [describe(change, names)]))
  const titles = roles.map(id => names?.role(id) ?? id)
  return titles.length > 0 ? [`Given by ${titles.join(', ')}`, ...others] : others
}

function describe(change: Exclude<Change, { role: string }>, names: Names | null): string {
  if ('entitlements' in change) {
    return `Comes with ${change.entitlements.map(id => names?.entitlement(id) ?? id).join(' and ')}`
  }
  if ('values' in change) {
    const values = Object.entries(change.values)
    const set = values.map(([id, value]) => `“${names?.permission(id) ?? id}” set to ${value}`)
    return `Takes ${set.join(' and ')}`
  }
  if ('relations' in change) return `Takes a record that is ${change.relations.join(' and ')}`
  return `Takes a ${change.record}`
}
