import { NEW_ROLE_ID } from '../../shared/roles/draft.ts'
import { roleIds } from '../../shared/roles/roleIds.ts'
import type { Items, Pages } from '../definition.ts'
import { AccountPage } from './AccountPage.tsx'
import { DocumentsPage } from './DocumentsPage.tsx'
import { useDocuments } from './data.ts'
import { FormsPage } from './FormsPage.tsx'
import { RolesPage } from './RolesPage.tsx'
import { TeamPage } from './TeamPage.tsx'
import { TemplatesPage } from './TemplatesPage.tsx'
import { WorkspacePage } from './WorkspacePage.tsx'

/** The screens of the product, by the id of their section. */
export const pages: Pages = {
  documents: DocumentsPage,
  templates: TemplatesPage,
  forms: FormsPage,
  team: TeamPage,
  roles: RolesPage,
  workspace: WorkspacePage,
  account: AccountPage,
}

export const items: Items = {
  documents: () => useDocuments.now().map(({ id }) => id),
  // One that is not saved yet is on its page only.
  roles: who => [...roleIds(who), NEW_ROLE_ID],
}
