import type { Items, Pages } from '../definition.ts'
import { ChatPage } from './ChatPage.tsx'
import { CONVERSATIONS } from './conversations.ts'
import { MonitorPage } from './MonitorPage.tsx'
import { OwnPage } from './OwnPage.tsx'
import { PeoplePage } from './PeoplePage.tsx'
import { ReportsPage } from './ReportsPage.tsx'
import { SettingsPage } from './SettingsPage.tsx'

/** The screens of the product, by the id of their section. */
export const pages: Pages = {
  chat: ChatPage,
  monitor: MonitorPage,
  reports: ReportsPage,
  people: PeoplePage,
  settings: SettingsPage,
  own: OwnPage,
}

export const items: Items = {
  chat: () => CONVERSATIONS.map(({ id }) => id),
}
