import { Roles } from '../../shared/roles/RoleBrowser.tsx'
import { PageHead } from '../../ui/PageHeader.tsx'

/** What each role holds, and what of it may be changed. */
export function RolesPage() {
  return (
    <>
      <PageHead title="Roles" note="What each role holds, and what of it may be changed." />
      <Roles />
    </>
  )
}
