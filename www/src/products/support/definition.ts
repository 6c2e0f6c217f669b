import { Contact, MessagesSquare, Settings2, ShieldCheck, Users } from 'lucide-react'
import type { ProductDefinition } from '../definition.ts'
import { ContactsPage } from './ContactsPage.tsx'
import { ConversationsPage } from './ConversationsPage.tsx'
import { OperatorsPage } from './OperatorsPage.tsx'
import { RolesPage } from './RolesPage.tsx'
import { records } from './records.ts'
import { SettingsPage } from './SettingsPage.tsx'

/** A support product. What an operator may do depends on the conversation. */
export const support: ProductDefinition = {
  customer: 'Halden Cycles',
  records,
  sections: [
    {
      id: 'conversations',
      label: 'Conversations',
      group: 'Message Center',
      icon: MessagesSquare,
      permissions: [
        'conversation.see',
        'conversation.reply',
        'conversation.edit',
        'contacts.edit-in-conversation',
        'conversations.export',
        'conversations.delete',
      ],
      page: ConversationsPage,
    },
    {
      id: 'contacts',
      label: 'Contacts',
      group: 'Message Center',
      icon: Contact,
      permissions: ['contacts.view', 'contacts.edit', 'contacts.delete'],
      page: ContactsPage,
    },
    {
      id: 'operators',
      label: 'Operators',
      group: 'Administration',
      icon: Users,
      permissions: ['operator-settings'],
      page: OperatorsPage,
    },
    {
      id: 'roles',
      label: 'Roles',
      group: 'Administration',
      icon: ShieldCheck,
      permissions: ['roles'],
      page: RolesPage,
    },
    {
      id: 'settings',
      label: 'Settings',
      group: 'Administration',
      icon: Settings2,
      permissions: [
        'company',
        'organizations',
        'organizations.create',
        'chat-settings',
        'add-on-settings',
        'analytics',
        'audit-log',
      ],
      page: SettingsPage,
    },
  ],
}
