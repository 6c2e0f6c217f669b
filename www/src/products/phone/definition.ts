import { Bot, Gauge, Headset, Settings2, Users, UsersRound } from 'lucide-react'
import type { ProductDefinition } from '../definition.ts'
import { people } from './people.ts'
import { records } from './records.ts'

const PORTAL = { en: 'Administration portal', nl: 'Beheerportaal' }
const APPLICATIONS = { en: 'Applications', nl: 'Toepassingen' }

/** A contact centre. Its rights are set by layers, and filters limit what is seen. */
export const phone: ProductDefinition = {
  customer: 'Halden Cycles',
  people,
  choices: [],
  records,
  sections: [
    {
      id: 'user-groups',
      label: { en: 'User groups', nl: 'Gebruikersgroepen' },
      group: PORTAL,
      icon: UsersRound,
      permissions: [
        'user-groups.view',
        'user-groups.create',
        'user-groups.manage',
        'profiles.manage',
        'statistics.view',
        'ticker.view',
      ],
    },
    {
      id: 'users',
      label: { en: 'Users', nl: 'Gebruikers' },
      group: PORTAL,
      icon: Users,
      permissions: ['users.view', 'users.create', 'users.manage'],
    },
    {
      id: 'queues',
      label: { en: 'Queues', nl: 'Wachtrijen' },
      group: PORTAL,
      icon: Gauge,
      permissions: ['queues.view', 'dashboards.view'],
    },
    {
      id: 'administration',
      label: { en: 'Administration', nl: 'Beheer' },
      group: PORTAL,
      icon: Settings2,
      permissions: [
        'administration-portal.view',
        'company.edit',
        'administration.view',
        'access-log.view',
        'change-log.view',
        'user-groups.supervise',
        'resource-filters.manage',
      ],
    },
    {
      id: 'agent',
      label: { en: 'Agent application', nl: 'Agenttoepassing' },
      group: APPLICATIONS,
      icon: Headset,
      permissions: ['agent-application.view', 'profiles.log-on'],
    },
    {
      id: 'machines',
      label: { en: 'Wallboard and bots', nl: 'Wallboard en bots' },
      group: APPLICATIONS,
      icon: Bot,
      permissions: ['wallboard.view', 'scripts.run', 'api.use'],
    },
  ],
}
