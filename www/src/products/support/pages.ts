import { roleIds } from '../../shared/roles/roleIds.ts'
import type { Items, Pages } from '../definition.ts'
import { ContactsPage } from './ContactsPage.tsx'
import { ConversationsPage } from './ConversationsPage.tsx'
import { useConversations } from './data.ts'
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

export const items: Items = {
  conversations: () => useConversations.now().map(({ id }) => id),
  roles: roleIds,
}
