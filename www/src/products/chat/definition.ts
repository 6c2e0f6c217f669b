import {
  BookOpenText,
  CalendarDays,
  ChartColumn,
  CircleQuestionMark,
  Inbox,
  LibraryBig,
  MessagesSquare,
  Settings2,
  UserCog,
  Workflow,
} from 'lucide-react'
import type { ProductDefinition } from '../definition.ts'
import { SETTING_GROUPS } from './admin/settingGroups.ts'
import { people } from './people.ts'

/** The back office of a chat product. Its permissions do not depend on records. */
export const chat: ProductDefinition = {
  people,
  choices: [{ label: { en: 'Package', nl: 'Pakket' }, of: ['included', 'prime'] }],
  customer: 'Halden Cycles',
  records: {},
  sections: [
    {
      id: 'dialogues',
      label: { en: 'Dialogues', nl: 'Dialogen' },
      group: { en: 'Conversations', nl: 'Gesprekken' },
      icon: MessagesSquare,
      permissions: ['dialogues.view', 'dialogues.manage', 'dialogues.publish'],
    },
    {
      id: 'flows',
      label: { en: 'Conversational flows', nl: 'Gespreksstromen' },
      group: { en: 'Conversations', nl: 'Gesprekken' },
      icon: Workflow,
      permissions: ['flows.view', 'flows.manage', 'flows.publish'],
    },
    {
      id: 'inbox',
      label: { en: 'Agent inbox', nl: 'Inbox van de agent' },
      group: { en: 'Live chat', nl: 'Livechat' },
      icon: Inbox,
      permissions: [
        'agent-inbox.access',
        'conversations.view-own',
        'conversations.view-all',
        'conversation-summary.view',
        'assisted-responses.view',
      ],
    },
    {
      id: 'meetings',
      label: { en: 'Meetings', nl: 'Vergaderingen' },
      group: { en: 'Live chat', nl: 'Livechat' },
      icon: CalendarDays,
      permissions: ['meetings.manage-own', 'meetings.manage-all'],
    },
    {
      id: 'library',
      label: { en: 'Response library', nl: 'Antwoordenbibliotheek' },
      group: { en: 'Generative AI', nl: 'Generatieve AI' },
      icon: LibraryBig,
      permissions: [
        'response-library.view',
        'response-library.manage',
        'questions-and-responses.generate',
        'questions-and-responses.publish',
      ],
    },
    {
      id: 'unanswered',
      label: { en: 'Unanswered questions', nl: 'Onbeantwoorde vragen' },
      group: { en: 'Generative AI', nl: 'Generatieve AI' },
      icon: CircleQuestionMark,
      permissions: ['unanswered-questions.view'],
    },
    {
      id: 'knowledge',
      label: { en: 'Knowledge base', nl: 'Kennisbank' },
      group: { en: 'Generative AI', nl: 'Generatieve AI' },
      icon: BookOpenText,
      permissions: ['knowledge-base.view', 'knowledge-base.manage'],
    },
    {
      id: 'reports',
      label: { en: 'Reports', nl: 'Rapporten' },
      group: { en: 'Analytics', nl: 'Analyse' },
      icon: ChartColumn,
      permissions: [
        'reports.view-global-performance',
        'reports.view-live-chat',
        'reports.view-meetings',
        'reports.export',
      ],
    },
    {
      id: 'agent-settings',
      label: { en: 'Agent settings', nl: 'Instellingen van de agent' },
      group: { en: 'Settings', nl: 'Instellingen' },
      icon: UserCog,
      permissions: [
        'live-chat-availability.manage',
        'calendar.connect',
        'calendar-availability.manage',
      ],
    },
    {
      id: 'admin-settings',
      label: { en: 'Admin settings', nl: 'Beheerdersinstellingen' },
      group: { en: 'Settings', nl: 'Instellingen' },
      icon: Settings2,
      permissions: SETTING_GROUPS.flatMap(({ permissions }) => permissions),
    },
  ],
}
