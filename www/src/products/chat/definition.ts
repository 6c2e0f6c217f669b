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
import { AdminSettingsPage } from './admin/AdminSettingsPage.tsx'
import { SETTING_GROUPS } from './admin/settingGroups.ts'
import { AgentSettingsPage } from './agent/AgentSettingsPage.tsx'
import { InboxPage } from './inbox/InboxPage.tsx'
import { KnowledgePage } from './library/KnowledgePage.tsx'
import { LibraryPage } from './library/LibraryPage.tsx'
import { UnansweredPage } from './library/UnansweredPage.tsx'
import { MeetingsPage } from './meetings/MeetingsPage.tsx'
import { DialoguesPage } from './publish/DialoguesPage.tsx'
import { FlowsPage } from './publish/FlowsPage.tsx'
import { ReportsPage } from './reports/ReportsPage.tsx'

/** The back office of a chat product. Its permissions do not depend on records. */
export const chat: ProductDefinition = {
  customer: 'Halden Cycles',
  records: {},
  sections: [
    {
      id: 'dialogues',
      label: 'Dialogues',
      group: 'Conversations',
      icon: MessagesSquare,
      permissions: ['dialogues.view', 'dialogues.manage', 'dialogues.publish'],
      page: DialoguesPage,
    },
    {
      id: 'flows',
      label: 'Conversational flows',
      group: 'Conversations',
      icon: Workflow,
      permissions: ['flows.view', 'flows.manage', 'flows.publish'],
      page: FlowsPage,
    },
    {
      id: 'inbox',
      label: 'Agent inbox',
      group: 'Live chat',
      icon: Inbox,
      permissions: [
        'agent-inbox.access',
        'conversations.view-own',
        'conversations.view-all',
        'conversation-summary.view',
        'assisted-responses.view',
      ],
      page: InboxPage,
    },
    {
      id: 'meetings',
      label: 'Meetings',
      group: 'Live chat',
      icon: CalendarDays,
      permissions: ['meetings.manage-own', 'meetings.manage-all'],
      page: MeetingsPage,
    },
    {
      id: 'library',
      label: 'Response library',
      group: 'Generative AI',
      icon: LibraryBig,
      permissions: [
        'response-library.view',
        'response-library.manage',
        'questions-and-responses.generate',
        'questions-and-responses.publish',
      ],
      page: LibraryPage,
    },
    {
      id: 'unanswered',
      label: 'Unanswered questions',
      group: 'Generative AI',
      icon: CircleQuestionMark,
      permissions: ['unanswered-questions.view'],
      page: UnansweredPage,
    },
    {
      id: 'knowledge',
      label: 'Knowledge base',
      group: 'Generative AI',
      icon: BookOpenText,
      permissions: ['knowledge-base.view', 'knowledge-base.manage'],
      page: KnowledgePage,
    },
    {
      id: 'reports',
      label: 'Reports',
      group: 'Analytics',
      icon: ChartColumn,
      permissions: [
        'reports.view-global-performance',
        'reports.view-live-chat',
        'reports.view-meetings',
        'reports.export',
      ],
      page: ReportsPage,
    },
    {
      id: 'agent-settings',
      label: 'Agent settings',
      group: 'Settings',
      icon: UserCog,
      permissions: [
        'live-chat-availability.manage',
        'calendar.connect',
        'calendar-availability.manage',
      ],
      page: AgentSettingsPage,
    },
    {
      id: 'admin-settings',
      label: 'Admin settings',
      group: 'Settings',
      icon: Settings2,
      permissions: SETTING_GROUPS.flatMap(({ permissions }) => permissions),
      page: AdminSettingsPage,
    },
  ],
}
