import {
  Files,
  IdCard,
  LayoutTemplate,
  Settings2,
  ShieldCheck,
  TextCursorInput,
  Users,
} from 'lucide-react'
import type { ProductDefinition } from '../definition.ts'
import { AccountPage } from './AccountPage.tsx'
import { DocumentsPage } from './DocumentsPage.tsx'
import { FormsPage } from './FormsPage.tsx'
import { RolesPage } from './RolesPage.tsx'
import { records } from './records.ts'
import { TeamPage } from './TeamPage.tsx'
import { TemplatesPage } from './TemplatesPage.tsx'
import { WorkspacePage } from './WorkspacePage.tsx'

/** A document product. What a person may do with a document depends on their relation to it. */
export const documents: ProductDefinition = {
  customer: 'Sample Studio',
  records,
  workspaces: { sales: 'Sales', legal: 'Legal' },
  sections: [
    {
      id: 'documents',
      label: 'Documents',
      group: 'Work',
      icon: Files,
      permissions: [
        'documents.view',
        'documents.create-blank',
        'documents.create-from-upload',
        'documents.edit',
        'documents.send',
        'documents.send-for-approval',
        'documents.approve',
        'documents.invite-collaborators',
        'documents.comment',
        'documents.delete',
        'document-folders.view',
        'document-folders.create',
        'document-folders.edit',
        'document-folders.delete',
      ],
      page: DocumentsPage,
    },
    {
      id: 'templates',
      label: 'Templates',
      group: 'Work',
      icon: LayoutTemplate,
      permissions: [
        'templates.view',
        'templates.create-editable',
        'templates.duplicate',
        'templates.edit',
        'templates.delete',
      ],
      page: TemplatesPage,
    },
    {
      id: 'forms',
      label: 'Forms',
      group: 'Work',
      icon: TextCursorInput,
      permissions: [
        'forms.view',
        'forms.create',
        'forms.publish',
        'forms.delete',
        'form-responses.view',
        'form-responses.export',
      ],
      page: FormsPage,
    },
    {
      id: 'team',
      label: 'Team',
      group: 'Administration',
      icon: Users,
      permissions: ['users.add', 'users.remove', 'users.edit-role'],
      page: TeamPage,
    },
    {
      id: 'roles',
      label: 'Roles',
      group: 'Administration',
      icon: ShieldCheck,
      permissions: ['custom-roles.manage', 'users.edit-role'],
      page: RolesPage,
    },
    {
      id: 'workspace',
      label: 'Workspace',
      group: 'Administration',
      icon: Settings2,
      permissions: [
        'workspace-settings.edit',
        'workspace-branding.edit',
        'approval-workflow.manage',
        'content-blocks.restrict',
        'integrations.manage',
        'developer-dashboard.view',
      ],
      page: WorkspacePage,
    },
    {
      id: 'account',
      label: 'Account',
      group: 'Administration',
      icon: IdCard,
      permissions: [
        'billing.view',
        'add-on-store.manage',
        'organization-settings.manage',
        'audit-log.view',
      ],
      page: AccountPage,
    },
  ],
}
