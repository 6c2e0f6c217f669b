import type { Pages } from '../definition.ts'
import { AccountPage } from './AccountPage.tsx'
import { DocumentsPage } from './DocumentsPage.tsx'
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
