import { useTexts } from '../../language/LanguageContext.ts'
import { RoleBrowser } from '../../shared/roles/RoleBrowser.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { supportTexts } from './texts.ts'

/** The values of each role, and which of them may be changed. */
export function RolesPage() {
  const texts = useTexts(supportTexts)
  return (
    <>
      <PageHeader title={texts.roles} description={texts.rolesLead} />
      <RoleBrowser />
    </>
  )
}
