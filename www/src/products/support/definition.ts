import { Contact, MessagesSquare, Settings2, ShieldCheck, Users } from 'lucide-react'
import type { ProductDefinition } from '../definition.ts'
import { people } from './people.ts'
import { records } from './records.ts'

/** A support product. What an operator may do depends on the conversation. */
export const support: ProductDefinition = {
  people,
  choices: [],
  customer: 'Halden Cycles',
  records,
  sections: [
    {
      id: 'conversations',
      label: { en: 'Conversations', nl: 'Gesprekken' },
      group: { en: 'Message Center', nl: 'Berichtencentrum' },
      icon: MessagesSquare,
      permissions: [
        'conversation.see',
        'conversation.reply',
        'conversation.edit',
        'contacts.edit-in-conversation',
        'conversations.export',
        'conversations.delete',
      ],
    },
    {
      id: 'contacts',
      label: { en: 'Contacts', nl: 'Contacten' },
      group: { en: 'Message Center', nl: 'Berichtencentrum' },
      icon: Contact,
      permissions: ['contacts.view', 'contacts.edit', 'contacts.delete'],
    },
    {
      id: 'operators',
      label: { en: 'Operators', nl: 'Medewerkers' },
      group: { en: 'Administration', nl: 'Beheer' },
      icon: Users,
      permissions: ['operator-settings'],
    },
    {
      id: 'roles',
      label: { en: 'Roles', nl: 'Rollen' },
      group: { en: 'Administration', nl: 'Beheer' },
      icon: ShieldCheck,
      permissions: ['roles'],
    },
    {
      id: 'settings',
      label: { en: 'Settings', nl: 'Instellingen' },
      group: { en: 'Administration', nl: 'Beheer' },
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
    },
  ],
}
