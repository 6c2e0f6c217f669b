import { RoleBrowser } from '../../shared/roles/RoleBrowser.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

/** The values of each role, and which of them may be changed. */
export function RolesPage() {
  return (
    <>
      <PageHeader
        title="Roles"
        description="The permissions of each role, and which of them may be changed."
      />
      <RoleBrowser />
    </>
  )
}
