import type { Teammate } from '../../shared/team/teammate.ts'
import type { Contact, Conversation } from './records.ts'
import { createSamples } from './samples.ts'

/** The operators, by the id that records and snapshots use. */
export const useOperators = createSamples<readonly Teammate[]>([
  { id: 'owner', name: 'Owner', roles: ['owner'] },
  { id: 'manager', name: 'Manager', roles: ['manager'] },
  { id: 'admin', name: 'Admin', roles: ['admin'] },
  { id: 'staff', name: 'Staff', roles: ['staff'] },
  { id: 'analyst', name: 'Analyst', roles: ['analyst'] },
  { id: 'agent', name: 'Agent', roles: ['agent'] },
])

/** The names of the operators by id. */
export const OPERATORS: Readonly<Record<string, string>> = {
  owner: 'Owner',
  manager: 'Manager',
  admin: 'Admin',
  staff: 'Staff',
  analyst: 'Analyst',
  agent: 'Agent',
}

/** The names of the groups by id. */
export const GROUPS: Readonly<Record<string, string>> = {
  support: 'Support',
  sales: 'Sales',
  dealers: 'Dealers',
}

export const useConversations = createSamples<readonly Conversation[]>([
  {
    id: 'c1',
    contact: 'Visitor 4821',
    topic: 'Cargo bikes',
    assignee: 'staff',
    group: 'support',
    organization: 'europe',
    waiting: '1 min',
    messages: [
      { from: 'visitor', text: 'The second battery does not charge any more.', at: '14:02' },
      { from: 'agent', text: 'Does the light on it blink?', at: '14:03' },
      { from: 'visitor', text: 'Twice, then it stops.', at: '14:05' },
    ],
  },
  {
    id: 'c2',
    contact: 'Visitor 4822',
    topic: 'Warranty',
    assignee: null,
    group: 'support',
    organization: 'europe',
    waiting: '4 min',
    messages: [{ from: 'visitor', text: 'Is a broken spoke covered?', at: '13:58' }],
  },
  {
    id: 'c3',
    contact: 'Visitor 4823',
    topic: 'Service',
    assignee: 'agent',
    group: 'support',
    organization: 'europe',
    waiting: '3 min',
    messages: [
      { from: 'visitor', text: 'Can you come on Thursday instead?', at: '13:55' },
      { from: 'agent', text: 'Thursday at ten is free.', at: '13:59' },
    ],
  },
  {
    id: 'c4',
    contact: 'Visitor 4824',
    topic: 'Rental',
    assignee: null,
    group: 'sales',
    organization: 'europe',
    waiting: '12 min',
    messages: [{ from: 'visitor', text: 'Forty bikes for one semester, please.', at: '13:31' }],
  },
  {
    id: 'c5',
    contact: 'Visitor 4825',
    topic: 'Leasing',
    assignee: 'manager',
    group: 'sales',
    organization: 'europe',
    waiting: '8 min',
    messages: [
      { from: 'visitor', text: 'What does a year cost?', at: '13:44' },
      { from: 'agent', text: 'That depends on the bike. Which one is it?', at: '13:47' },
    ],
  },
  {
    id: 'c6',
    contact: 'Visitor 4826',
    topic: 'Dealers',
    assignee: null,
    group: 'dealers',
    organization: 'north-america',
    waiting: '20 min',
    messages: [{ from: 'visitor', text: 'Do you have a dealer in Toronto?', at: '13:20' }],
  },
])

export const useContacts = createSamples<readonly Contact[]>([
  {
    id: 'k1',
    name: 'Visitor 4821',
    email: 'visitor-4821@fjordbud.example',
    notes: [
      { id: 'n1', author: 'staff', text: 'Prefers a call in the morning.' },
      { id: 'n2', author: 'admin', text: 'Has eleven bikes on lease.' },
    ],
  },
  {
    id: 'k2',
    name: 'Visitor 4823',
    email: 'visitor-4823@beweging.example',
    notes: [{ id: 'n3', author: 'agent', text: 'Speaks Dutch and French.' }],
  },
])
