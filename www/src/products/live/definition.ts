import {
  ChartColumn,
  CircleUserRound,
  MessagesSquare,
  Monitor,
  Settings2,
  Users,
} from 'lucide-react'
import type { ProductDefinition } from '../definition.ts'
import { people } from './people.ts'

const WORK = { en: 'Work', nl: 'Werk', 'pt-br': 'Trabalho' }
const MANAGEMENT = { en: 'Management', nl: 'Beheer', 'pt-br': 'Gestão' }

/** Live chat with customers. Its roles do not form a ladder. */
export const live: ProductDefinition = {
  customer: 'Halden Cycles',
  people,
  choices: [],
  records: {},
  sections: [
    {
      id: 'chat',
      label: { en: 'Chat', nl: 'Chat', 'pt-br': 'Chat' },
      group: WORK,
      icon: MessagesSquare,
      permissions: [
        'chat.answer',
        'video-calls.start',
        'proactive-messages.send',
        'shortcuts-and-tags.view',
      ],
    },
    {
      id: 'monitor',
      label: { en: 'Monitor', nl: 'Monitor', 'pt-br': 'Monitor' },
      group: WORK,
      icon: Monitor,
      permissions: ['monitor.view', 'monitor.transfer-conversations'],
    },
    {
      id: 'reports',
      label: { en: 'Reports', nl: 'Rapporten', 'pt-br': 'Relatórios' },
      group: WORK,
      icon: ChartColumn,
      permissions: [
        'reports.view-metrics-dashboard',
        'reports.view-waiting-sessions',
        'reports.view-other-modules',
      ],
    },
    {
      id: 'people',
      label: { en: 'Users and groups', nl: 'Gebruikers en groepen', 'pt-br': 'Usuários e grupos' },
      group: MANAGEMENT,
      icon: Users,
      permissions: [
        'users.manage',
        'users.assign-administrator',
        'agent-photos.edit',
        'change-log.view',
        'roles.manage',
        'groups.manage',
        'clients.view',
      ],
    },
    {
      id: 'settings',
      label: { en: 'Settings', nl: 'Instellingen', 'pt-br': 'Configurações' },
      group: MANAGEMENT,
      icon: Settings2,
      permissions: [
        'triggers.manage',
        'shortcuts.manage',
        'messages.manage',
        'video-calls.manage',
        'engage.connect',
      ],
    },
    {
      id: 'own',
      label: { en: 'Own profile', nl: 'Eigen profiel', 'pt-br': 'Próprio perfil' },
      group: WORK,
      icon: CircleUserRound,
      permissions: [
        'own-status.edit',
        'own-profile.edit',
        'login.open-metrics-dashboard',
        'break-requests.view',
        'help-center.view',
      ],
    },
  ],
}
