import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScenario } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import type { Update } from '../../shared/sharedState.ts'
import { AddTeammateDialog } from '../../shared/team/AddTeammateDialog.tsx'
import { TeamList } from '../../shared/team/TeamList.tsx'
import type { Teammate } from '../../shared/team/teammate.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { useTeams } from './data.ts'
import { documentsTexts } from './texts.ts'

/** The people in the workspace and their roles. */
export function TeamPage() {
  const texts = useTexts(documentsTexts)
  const { workspace } = useScenario()
  const [teams, updateTeams] = useTeams()
  const [isAdding, setAdding] = useState(false)
  const update: Update<readonly Teammate[]> = change =>
    updateTeams(current => ({ ...current, [workspace]: change(current[workspace] ?? []) }))
  const add = (teammate: Teammate) => {
    update(current => [...current, teammate])
    toast(texts.added(teammate.name))
  }
  return (
    <>
      <PageHeader title={texts.team} description={texts.teamLead}>
        <GatedButton
          permission="users.add"
          label={texts.addSomebody}
          icon={UserPlus}
          variant="solid"
          onPress={() => setAdding(true)}
        />
      </PageHeader>
      <TeamList
        people={teams[workspace] ?? []}
        domain="sample-studio.example"
        update={update}
        removePermission="users.remove"
      />
      <AddTeammateDialog isOpen={isAdding} onAdd={add} onClose={() => setAdding(false)} />
    </>
  )
}
