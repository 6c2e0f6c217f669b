import type { ReadyMade } from '../definition.ts'

/** People to look at the product as. */
export const people: readonly ReadyMade[] = [
  {
    label: { en: 'Marketing User', nl: 'Gebruiker van marketing' },
    subject: 'marketing-user',
    workspace: 'main',
    roles: ['marketing-user'],
    entitlements: ['prime'],
  },
  {
    label: { en: 'Live Agent', nl: 'Live Agent' },
    subject: 'live-agent',
    workspace: 'main',
    roles: ['live-agent'],
    entitlements: ['prime'],
  },
  {
    label: { en: 'Calendar Agent', nl: 'Agenda-agent' },
    subject: 'calendar-agent',
    workspace: 'main',
    roles: ['calendar-agent'],
    entitlements: ['prime'],
  },
  {
    label: { en: 'Marketing Admin', nl: 'Marketing Admin' },
    subject: 'marketing-admin',
    workspace: 'main',
    roles: ['marketing-admin'],
    entitlements: ['prime'],
  },
  {
    label: { en: 'Sales Admin', nl: 'Verkoopbeheerder' },
    subject: 'sales-admin',
    workspace: 'main',
    roles: ['sales-admin'],
    entitlements: ['prime'],
  },
  {
    label: { en: 'GenAI User', nl: 'GenAI-gebruiker' },
    subject: 'genai-user',
    workspace: 'main',
    roles: ['genai-user'],
    entitlements: ['prime'],
  },
  {
    label: { en: 'Marketing Admin and Sales Admin', nl: 'Marketing Admin en Verkoopbeheerder' },
    subject: 'marketing-and-sales-admin',
    workspace: 'main',
    roles: ['marketing-admin', 'sales-admin'],
    entitlements: ['prime'],
  },
]
