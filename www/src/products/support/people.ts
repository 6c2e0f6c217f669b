import type { ReadyMade } from '../definition.ts'

/** People to look at the product as. */
export const people: readonly ReadyMade[] = [
  {
    label: { en: 'Owner', nl: 'Owner' },
    subject: 'owner',
    workspace: 'europe',
    roles: ['owner'],
    groups: ['support', 'sales'],
    entitlements: ['flex'],
  },
  {
    label: { en: 'Manager', nl: 'Manager' },
    subject: 'manager',
    workspace: 'europe',
    roles: ['manager'],
    groups: ['sales'],
    entitlements: ['flex'],
  },
  {
    label: { en: 'Admin', nl: 'Admin' },
    subject: 'admin',
    workspace: 'europe',
    roles: ['admin'],
    groups: ['support'],
    entitlements: ['flex'],
  },
  {
    label: { en: 'Staff', nl: 'Staff' },
    subject: 'staff',
    workspace: 'europe',
    roles: ['staff'],
    groups: ['support'],
    entitlements: ['flex'],
  },
  {
    label: { en: 'Analyst', nl: 'Analyst' },
    subject: 'analyst',
    workspace: 'europe',
    roles: ['analyst'],
    groups: ['support'],
    entitlements: ['flex'],
  },
  {
    label: { en: 'Agent', nl: 'Agent' },
    subject: 'agent',
    workspace: 'europe',
    roles: ['agent'],
    groups: ['support'],
    entitlements: ['flex'],
  },
]
