import { Roles } from '../roles/Roles.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** What each role holds, and what of it may be changed. */
export function RolesPage() {
  return (
    <>
      <PageHead title="Roles" note="What each role holds, and what of it may be changed." />
      <Roles />
    </>
  )
}
