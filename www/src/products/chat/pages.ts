import type { Items, Pages } from '../definition.ts'
import { AdminSettingsPage } from './admin/AdminSettingsPage.tsx'
import { AgentSettingsPage } from './agent/AgentSettingsPage.tsx'
import { MINE, OTHERS } from './data/conversations.ts'
import { InboxPage } from './inbox/InboxPage.tsx'
import { KnowledgePage } from './library/KnowledgePage.tsx'
import { LibraryPage } from './library/LibraryPage.tsx'
import { UnansweredPage } from './library/UnansweredPage.tsx'
import { MeetingsPage } from './meetings/MeetingsPage.tsx'
import { DialoguesPage } from './publish/DialoguesPage.tsx'
import { FlowsPage } from './publish/FlowsPage.tsx'
import { ReportsPage } from './reports/ReportsPage.tsx'

/** The screens of the product, by the id of their section. */
export const pages: Pages = {
  dialogues: DialoguesPage,
  flows: FlowsPage,
  inbox: InboxPage,
  meetings: MeetingsPage,
  library: LibraryPage,
  unanswered: UnansweredPage,
  knowledge: KnowledgePage,
  reports: ReportsPage,
  'agent-settings': AgentSettingsPage,
  'admin-settings': AdminSettingsPage,
}

export const items: Items = {
  inbox: () => [...MINE, ...OTHERS].map(({ id }) => id),
}
