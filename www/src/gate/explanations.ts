import type { Decision } from 'rolegate'
import type { DisplayCatalog } from '../demo/catalog.ts'

type Missing = Decision['missing'][number]
type Change = Missing['changes'][number]

/** Each reason code as a sentence for the person in front of the screen. */
const REASON_TEXTS: Readonly<Record<string, string>> = {
  granted: 'A role gives it, and the package covers it.',
  'engine-unavailable': 'The permission engine could not start, so nothing can be decided.',
  'no-snapshot': 'No verified snapshot is in force yet.',
  'not-yet-valid': 'The rights are not in force yet.',
  expired: 'The rights have expired. A new snapshot restores them.',
  'unknown-permission': 'The catalog has no such permission.',
  'unknown-workspace': 'The person is not a member of this workspace.',
  'record-required': 'It depends on the record.',
  filtered: 'This record is outside what the person may see.',
  'not-granted': 'None of the person’s roles gives it.',
  relation: 'The person’s roles give it for other records, but not for this one.',
  prerequisite: 'The person has this right, but not the one it requires.',
  'not-entitled': 'The role allows it, but the package does not include it.',
}

/** What a denial means that no change would lift, by its reason code. */
const OUT_OF_REACH_TEXTS: Readonly<Record<string, string>> = {
  'record-required': 'There is no record that it could be used on',
  'not-granted': 'Nothing that the person could be given would help',
  relation: 'The person can have it for no record',
}

/** Each relation of a person to a record, to complete “on records that are …”. */
const RELATION_TEXTS: Readonly<Record<string, string>> = {
  own: 'the person’s own',
  shared: 'shared with the person',
  'shared-edit': 'shared with the person for editing',
  mine: 'assigned to the person',
  assigned: 'assigned to somebody',
  unassigned: 'not assigned to anybody',
  'same-group': 'in one of the person’s groups',
  'same-organization': 'in the person’s organization',
}

/** What the screen does for each outcome. */
export const OUTCOME_TEXTS: Readonly<Record<string, string>> = {
  show: 'shown',
  disable: 'disabled',
  hide: 'hidden',
  upsell: 'offered as an upgrade',
  loading: 'waiting',
}

export function reasonText(decision: Decision): string {
  return REASON_TEXTS[decision.code] ?? decision.code
}

/** What is missing for the decision to be an allow, one text for each thing missing. */
export function missingTexts(decision: Decision, catalog: DisplayCatalog | null): string[] {
  return decision.missing.map(missing => missingText(missing, catalog)).filter(Boolean)
}

/** The entitlements to buy: the first of the alternatives that the decision names. */
export function missingEntitlements(decision: Decision): readonly string[] {
  return decision.missing
    .filter(missing => missing.code === 'not-entitled')
    .flatMap(missing => {
      const change = missing.changes.find(change => 'entitlements' in change)
      return change?.entitlements ?? []
    })
}

function missingText(missing: Missing, catalog: DisplayCatalog | null): string {
  const changes = changesText(missing.changes, catalog)
  if (!missing.permission) return changes || (OUT_OF_REACH_TEXTS[missing.code] ?? '')
  const label = catalog?.permissionLabel(missing.permission) ?? missing.permission
  const nested = (missing.missing ?? []).map(one => missingText(one, catalog)).find(Boolean)
  const detail = nested ?? changes
  const needed = `Needs “${label}”${missing.atLeast ? ` at ${missing.atLeast}` : ''}`
  return detail ? `${needed}. ${detail}` : needed
}

/** What would help: every role that gives the permission, or else the first other change. */
function changesText(changes: readonly Change[], catalog: DisplayCatalog | null): string {
  const roles = changes.flatMap(change => ('role' in change ? [change.role] : []))
  if (roles.length > 0) return rolesText(roles, catalog)
  return changes[0] ? changeText(changes[0], catalog) : ''
}

function changeText(change: Change, catalog: DisplayCatalog | null): string {
  if ('role' in change) return rolesText([change.role], catalog)
  if ('entitlements' in change) {
    const labels = change.entitlements.map(id => catalog?.entitlementLabel(id) ?? id)
    return `Comes with ${labels.join(' and ')}`
  }
  if ('values' in change) {
    const settings = Object.entries(change.values).map(
      ([id, value]) => `“${catalog?.permissionLabel(id) ?? id}” set to ${value}`,
    )
    const records = change.relations ? `, on records ${relationsText(change.relations)}` : ''
    return `Needs ${settings.join(' and ')}${records}`
  }
  if ('relations' in change) return `Allowed on records ${relationsText(change.relations)}`
  if ('together' in change) {
    return change.together.map(part => changeText(part, catalog)).join('; ')
  }
  return `Decided for each ${change.record}`
}

function rolesText(roles: readonly string[], catalog: DisplayCatalog | null): string {
  return `Given by ${roles.map(id => catalog?.roleLabel(id) ?? id).join(', ')}`
}

function relationsText(relations: readonly string[]): string {
  return `that are ${relations.map(relation => RELATION_TEXTS[relation] ?? relation).join(' and ')}`
}
