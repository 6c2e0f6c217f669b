import type { ReadyMade } from '../definition.ts'

/** What the group of administrators has set: the main switch, and the part for administrators. */
const ADMINISTRATION = {
  from: 'group',
  id: 'admins',
  values: {
    'company.edit': 'on',
    'administration.view': 'on',
    'access-log.view': 'on',
    'change-log.view': 'on',
  },
}

/** What the group of team leads has set: the main switch, and the groups that their filter leaves. */
const SUPERVISION = {
  from: 'group',
  id: 'leads',
  values: { 'company.edit': 'on', 'user-groups.supervise': 'on' },
}

/** People to look at the product as. */
export const people: readonly ReadyMade[] = [
  {
    label: { en: 'Main admin', nl: 'Hoofdbeheerder' },
    subject: 'astrid',
    workspace: 'company',
    roles: ['main-admin'],
    groups: ['admins'],
    layers: [ADMINISTRATION],
  },
  {
    label: { en: 'Supervisor of Sales', nl: 'Supervisor van Verkoop' },
    subject: 'bram',
    workspace: 'company',
    roles: ['administrator'],
    groups: ['leads'],
    layers: [SUPERVISION],
    filters: [{ groups: ['sales'], queues: ['orders'] }],
  },
  {
    label: { en: 'Agent', nl: 'Agent' },
    subject: 'carlos',
    workspace: 'company',
    roles: ['agent'],
    groups: ['sales'],
  },
  {
    label: { en: 'Wallboard', nl: 'Wallboard' },
    subject: 'screen',
    workspace: 'company',
    roles: ['wallboard'],
    groups: ['wallboard'],
  },
  {
    label: { en: 'Chat bot', nl: 'Chatbot' },
    subject: 'bot',
    workspace: 'company',
    roles: ['bot'],
    groups: ['automated'],
  },
]
