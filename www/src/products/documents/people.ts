import type { ReadyMade } from '../definition.ts'

/** People to look at the product as. */
export const people: readonly ReadyMade[] = [
  {
    label: { en: 'Account owner', nl: 'Accounteigenaar' },
    subject: 'owner',
    workspace: 'sales',
    roles: ['owner'],
    entitlements: ['plan-business', 'licence-standard'],
  },
  {
    label: { en: 'Admin', nl: 'Beheerder' },
    subject: 'admin',
    workspace: 'sales',
    roles: ['admin'],
    entitlements: ['plan-business', 'licence-standard'],
  },
  {
    label: { en: 'Manager', nl: 'Manager' },
    subject: 'manager',
    workspace: 'sales',
    roles: ['manager'],
    entitlements: ['plan-business', 'licence-standard'],
  },
  {
    label: { en: 'Manager, as a Member of Legal', nl: 'Manager, als Lid van Juridisch' },
    subject: 'manager',
    workspace: 'legal',
    roles: ['member'],
    entitlements: ['plan-business', 'licence-standard'],
  },
  {
    label: { en: 'Member', nl: 'Lid' },
    subject: 'member',
    workspace: 'sales',
    roles: ['member'],
    entitlements: ['plan-business', 'licence-standard'],
  },
  {
    label: { en: 'Collaborator', nl: 'Medewerker' },
    subject: 'collaborator',
    workspace: 'sales',
    roles: ['collaborator'],
    entitlements: ['plan-business', 'licence-standard'],
  },
  {
    label: { en: 'Contract reviewer (custom role)', nl: 'Contractbeoordelaar (eigen rol)' },
    subject: 'reviewer',
    workspace: 'legal',
    roles: ['contract-reviewer'],
    entitlements: [
      'plan-enterprise',
      'licence-standard',
      'add-on-content-locking',
      'feature-workspaces',
    ],
    customRoles: [
      {
        id: 'contract-reviewer',
        label: { en: 'Contract reviewer', nl: 'Contractbeoordelaar' },
        values: {
          'documents.view-others': 'on',
          'documents.view-shared': 'on',
          'approval-workflow.approve': 'on',
          'templates.view-others': 'on',
          'inbox.view': 'on',
          'personal-settings.edit': 'on',
        },
      },
    ],
  },
]
