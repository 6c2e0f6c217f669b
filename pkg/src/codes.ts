// The closed lists of the core that the package uses, each once and in the core's order. Most members
// cross the border to the engine by name; codes, levels and outcomes come in typed arrays, as positions
// in their lists.

/** Why a decision came out as it did. After `granted`, in order of precedence. */
export const CODES = [
  'granted',
  'engine-unavailable',
  'no-snapshot',
  'not-yet-valid',
  'expired',
  'unknown-permission',
  'unknown-workspace',
  'record-required',
  'filtered',
  'not-granted',
  'relation',
  'prerequisite',
  'not-entitled',
] as const

export const LEVELS = ['off', 'read', 'write', 'on'] as const

export const OUTCOMES = ['show', 'disable', 'hide', 'upsell', 'loading'] as const

export const LAYERS = ['company', 'group', 'user'] as const

/** How the snapshot in force stands to the clock. */
export const STATES = ['empty', 'ready', 'stale', 'expired', 'not-yet-valid'] as const

/** What is wrong with a proposed role. */
export const VIOLATIONS = [
  'unknown-role',
  'unknown-permission',
  'not-editable',
  'derived',
  'wrong-value',
  'fixed',
  'reserved',
  'wrong-base',
  'exceeds-author',
] as const

/** Every fact of a record that an app can read: `collaborators` is a list, any other is an id. */
export const FACTS = [
  'owner',
  'assignee',
  'group',
  'organization',
  'queue',
  'collaborators',
] as const

export const GRANTED: number = position('granted')
export const ENGINE_UNAVAILABLE: number = position('engine-unavailable')
export const NO_SNAPSHOT: number = position('no-snapshot')
export const NOT_YET_VALID: number = position('not-yet-valid')
export const EXPIRED: number = position('expired')
export const UNKNOWN_PERMISSION: number = position('unknown-permission')
export const UNKNOWN_WORKSPACE: number = position('unknown-workspace')
export const RECORD_REQUIRED: number = position('record-required')
export const FILTERED: number = position('filtered')

function position(code: (typeof CODES)[number]): number {
  return CODES.indexOf(code)
}
