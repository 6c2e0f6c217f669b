// A made-up help desk: every part of the catalog format once, small enough to be read.

const en = (text: string) => ({ en: text })

export const catalog: string = JSON.stringify({
  format: 1,
  id: 'desk',
  label: en('Desk'),
  entitlements: [{ id: 'prime', label: en('Prime') }],
  layers: ['company', 'group', 'user'],
  filters: ['groups', 'queues'],
  records: {
    conversation: {
      label: en('Conversation'),
      relations: ['mine', 'assigned', 'unassigned', 'same-group'],
    },
    document: {
      label: en('Document'),
      relations: ['own', 'shared', 'shared-edit', 'same-organization'],
    },
  },
  areas: [
    {
      id: 'desk',
      label: en('Desk'),
      permissions: [
        { id: 'reports.export', label: en('Export'), values: 'switch' },
        { id: 'chat-settings', label: en('Chat settings'), values: 'level' },
        { id: 'insights', label: en('Insights'), values: 'switch', needs: ['prime'] },
        {
          id: 'insights.share',
          label: en('Share insights'),
          values: 'switch',
          requires: [{ permission: 'chat-settings', at_least: 'write' }],
          when_denied: { prerequisite: 'hide' },
        },
        {
          id: 'conversation.access',
          label: en('Conversations'),
          values: 'level',
          record: 'conversation',
        },
        {
          id: 'conversations.delete',
          label: en('Delete conversations'),
          values: 'switch',
          record: 'conversation',
          requires: [{ permission: 'conversation.access', at_least: 'write' }],
        },
        { id: 'documents.view', label: en('View'), values: 'switch', record: 'document' },
        { id: 'documents.edit', label: en('Edit'), values: 'switch', record: 'document' },
      ],
    },
  ],
  roles: [
    {
      id: 'agent',
      label: en('Agent'),
      values: {
        'chat-settings': 'read',
        insights: 'on',
        'insights.share': 'on',
        'conversation.access': { value: 'write', if: ['mine', 'same-group'] },
        'conversations.delete': 'on',
        'documents.view': { value: 'on', if: ['own', 'shared', 'same-organization'] },
        'documents.edit': { value: 'on', if: ['own', 'shared-edit'] },
      },
      unlocked: { 'chat-settings': ['off', 'write'] },
      editable_by: { role: 'manager' },
      assignable_by: { role: 'manager' },
    },
    {
      id: 'manager',
      label: en('Manager'),
      values: {
        'reports.export': 'on',
        'chat-settings': 'write',
        insights: 'on',
        'insights.share': 'on',
        'conversation.access': 'write',
        'conversations.delete': 'on',
        'documents.view': 'on',
        'documents.edit': 'on',
      },
      assignable_by: { all: [{ role: 'manager' }, { target_role: ['agent'] }] },
    },
  ],
  custom_roles: { editable_by: { role: 'manager' }, assignable_by: { role: 'manager' } },
})

export interface Conversation {
  agent?: string | null
  team?: string | null
}

export interface Document {
  by?: string
  with?: (string | { id: string; edit?: boolean })[] | null
  org?: string
}

/** How the desk's records are read. */
export const records = {
  conversation: {
    assignee: (conversation: Conversation) => conversation.agent,
    group: (conversation: Conversation) => conversation.team,
  },
  document: {
    owner: (document: Document) => document.by,
    collaborators: (document: Document) => document.with,
    organization: (document: Document) => document.org,
  },
}
