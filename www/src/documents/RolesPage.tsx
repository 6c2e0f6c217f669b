import { ShieldPlus } from 'lucide-react'
import { useState } from 'react'
import { useScene } from '../demo/DemoContext.ts'
import type { Role } from '../demo/names.ts'
import { GatedButton } from '../gate/GatedButton.tsx'
import { NEW } from '../roles/draft.ts'
import { Roles } from '../roles/Roles.tsx'
import { go } from '../route.ts'
import { Ask } from '../ui/Ask.tsx'
import { PageHead } from '../ui/PageHead.tsx'

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
