import type { ReasonTexts } from './types.ts'

/** The reasons in English. */
export const en: ReasonTexts = {
  language: 'en',
  reasons: {
    granted: 'You can do this.',
    'engine-unavailable': 'Your permissions could not be checked.',
    'no-snapshot': 'Your permissions are being loaded.',
    'not-yet-valid': 'Your permissions are not valid yet. Is the clock of this device right?',
    expired: 'Your permissions have expired and must be loaded again.',
    'unknown-permission': 'This does not exist here.',
    'unknown-workspace': 'You are not a member of this workspace.',
    'record-required': ['Choose first: {record}.', 'Choose first what this is about.'],
    filtered: 'This is outside of what you can see.',
    'not-granted': 'Your role does not allow this.',
    relation: ['You can only do this with {relations}.', 'You cannot do this here.'],
    prerequisite: ['This also requires “{permission}”.', 'This also requires another permission.'],
    'not-entitled': ['This is included in {entitlements}.', 'This is not included in your plan.'],
  },
  relations: {
    own: 'what you own',
    shared: 'what is shared with you',
    'shared-edit': 'what is shared with you for editing',
    mine: 'what is assigned to you',
    assigned: 'what is assigned to somebody',
    unassigned: 'what is assigned to nobody',
    'same-group': 'what belongs to your group',
    'same-organization': 'what belongs to your organization',
  },
}
