import { ShieldPlus } from 'lucide-react'
import { useState } from 'react'
import type { Role } from '../../demo/catalog.ts'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { go } from '../../selection/route.ts'
import { useScene } from '../../selection/SelectionContext.ts'
import { NEW } from '../../shared/roles/draft.ts'
import { Roles } from '../../shared/roles/RoleBrowser.tsx'
import { PageHead } from '../../ui/PageHeader.tsx'
import { Ask } from '../../ui/PromptDialog.tsx'

/** What each role holds; custom ones can be made and edited by whoever may. */
export function RolesPage() {
  const { route } = useScene()
  const [made, setMade] = useState<readonly Role[]>([])
  const [isAsking, setAsking] = useState(false)
  const create = (name: string) => {
    setMade([{ id: NEW, label: { en: name }, values: {} }])
    go(route, { item: NEW })
  }
  return (
    <>
      <PageHead title="Roles" note="What each role holds. A new role starts with nothing.">
        <GatedButton
          permission="custom-roles.manage"
          label="New role"
          icon={ShieldPlus}
          look="solid"
          onPress={() => setAsking(true)}
        />
      </PageHead>
      <Roles more={made} />
      <Ask
        title="New role"
        label="Name"
        action="Create"
        isOpen={isAsking}
        onDone={create}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
