import type { Pages } from '../definition.ts'
import { ContactsPage } from './ContactsPage.tsx'
import { ConversationsPage } from './ConversationsPage.tsx'
import { OperatorsPage } from './OperatorsPage.tsx'
import { RolesPage } from './RolesPage.tsx'
import { SettingsPage } from './SettingsPage.tsx'

/** The screens of the product, by the id of their section. */
export const pages: Pages = {
  conversations: ConversationsPage,
  contacts: ContactsPage,
  operators: OperatorsPage,
  roles: RolesPage,
  settings: SettingsPage,
}
