import { ShieldPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import type { Role } from '../../scenario/DisplayCatalog.ts'
import { NEW_ROLE_ID } from '../../shared/roles/draft.ts'
import { RoleBrowser } from '../../shared/roles/RoleBrowser.tsx'
import { commonTexts } from '../../shared/texts.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { documentsTexts } from './texts.ts'

/** The values of each role. A person with the right to do so can create and edit custom roles. */
export function RolesPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const { go } = usePane()
  const [drafts, setDrafts] = useState<readonly Role[]>([])
  const [isCreating, setCreating] = useState(false)
  const create = (name: string) => {
    setDrafts([{ id: NEW_ROLE_ID, label: { en: name }, values: {} }])
    go({ item: NEW_ROLE_ID })
  }
  return (
    <>
      <PageHeader title={texts.roles} description={texts.rolesLead}>
        <GatedButton
          permission="custom-roles.manage"
          label={texts.newRole}
          icon={ShieldPlus}
          variant="solid"
          onPress={() => setCreating(true)}
        />
      </PageHeader>
      <RoleBrowser drafts={drafts} />
      <PromptDialog
        title={texts.newRole}
        label={common.name}
        action={common.create}
        isOpen={isCreating}
        onSubmit={create}
        onClose={() => setCreating(false)}
      />
    </>
  )
}
