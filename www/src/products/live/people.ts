import type { ReadyMade } from '../definition.ts'

const person = (subject: string, en: string, nl: string): ReadyMade => ({
  label: { en, nl, 'pt-br': en },
  subject,
  workspace: 'company',
  roles: [subject],
  entitlements: ['video-calls'],
})

/** People to look at the product as. */
export const people: readonly ReadyMade[] = [
  person('agent', 'Agent', 'Agent'),
  person('agent-dashboard', 'Agent with dashboard', 'Agent met dashboard'),
  person('coordinator', 'Coordinator', 'Coördinator'),
  person('agent-supervisor', 'Supervisor-Agent', 'Supervisor-agent'),
  person('supervisor', 'Supervisor', 'Supervisor'),
  person('administrator', 'Administrator', 'Beheerder'),
]
