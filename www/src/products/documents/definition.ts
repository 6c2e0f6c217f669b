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
import { people } from './people.ts'
import { records } from './records.ts'

/** A document product. What a person may do with a document depends on their relation to it. */
export const documents: ProductDefinition = {
  people,
  choices: [
    {
      label: { en: 'Plan', nl: 'Abonnement' },
      of: ['plan-essentials', 'plan-business', 'plan-enterprise'],
    },
    {
      label: { en: 'Licence', nl: 'Licentie' },
      of: [
        'licence-guest',
        'licence-read-only',
        'licence-esignature',
        'licence-creator',
        'licence-standard',
      ],
    },
  ],
  customer: 'Sample Studio',
  records,
  workspaces: { sales: { en: 'Sales', nl: 'Verkoop' }, legal: { en: 'Legal', nl: 'Juridisch' } },
  sections: [
    {
      id: 'documents',
      label: { en: 'Documents', nl: 'Documenten' },
      group: { en: 'Work', nl: 'Werk' },
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
    },
    {
      id: 'templates',
      label: { en: 'Templates', nl: 'Sjablonen' },
      group: { en: 'Work', nl: 'Werk' },
      icon: LayoutTemplate,
      permissions: [
        'templates.view',
        'templates.create-editable',
        'templates.duplicate',
        'templates.edit',
        'templates.delete',
      ],
    },
    {
      id: 'forms',
      label: { en: 'Forms', nl: 'Formulieren' },
      group: { en: 'Work', nl: 'Werk' },
      icon: TextCursorInput,
      permissions: [
        'forms.view',
        'forms.create',
        'forms.publish',
        'forms.delete',
        'form-responses.view',
        'form-responses.export',
      ],
    },
    {
      id: 'team',
      label: { en: 'Team', nl: 'Team' },
      group: { en: 'Administration', nl: 'Beheer' },
      icon: Users,
      permissions: ['users.add', 'users.remove', 'users.edit-role'],
    },
    {
      id: 'roles',
      label: { en: 'Roles', nl: 'Rollen' },
      group: { en: 'Administration', nl: 'Beheer' },
      icon: ShieldCheck,
      permissions: ['custom-roles.manage', 'users.edit-role'],
    },
    {
      id: 'workspace',
      label: { en: 'Workspace', nl: 'Werkruimte' },
      group: { en: 'Administration', nl: 'Beheer' },
      icon: Settings2,
      permissions: [
        'workspace-settings.edit',
        'workspace-branding.edit',
        'approval-workflow.manage',
        'content-blocks.restrict',
        'integrations.manage',
        'developer-dashboard.view',
      ],
    },
    {
      id: 'account',
      label: { en: 'Account', nl: 'Account' },
      group: { en: 'Administration', nl: 'Beheer' },
      icon: IdCard,
      permissions: [
        'billing.view',
        'add-on-store.manage',
        'organization-settings.manage',
        'audit-log.view',
      ],
    },
  ],
}
