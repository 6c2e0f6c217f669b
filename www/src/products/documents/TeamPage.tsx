import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScene } from '../../selection/SelectionContext.ts'
import { AddPerson } from '../../shared/team/AddTeammateDialog.tsx'
import { TeamList } from '../../shared/team/TeamList.tsx'
import type { Teammate } from '../../shared/team/teammate.ts'
import { PageHead } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { useTeams } from './data.ts'

/** Who works in this workspace, and as what. */
export function TeamPage() {
  const { workspace } = useScene().membership
  const [teams, updateAll] = useTeams()
  const [isAdding, setAdding] = useState(false)
  const update = (change: (now: readonly Teammate[]) => readonly Teammate[]) =>
    updateAll(now => ({ ...now, [workspace]: change(now[workspace] ?? []) }))
  const add = (person: Teammate) => {
    update(now => [...now, person])
    toast(`${person.name} was added`)
  }
  return (
    <>
      <PageHead title="Team" note="Who works in this workspace, and as what.">
        <GatedButton
          permission="users.add"
          label="Add somebody"
          icon={UserPlus}
          look="solid"
          onPress={() => setAdding(true)}
        />
      </PageHead>
      <TeamList
        people={teams[workspace] ?? []}
        domain="sample-studio.example"
        update={update}
        remove="users.remove"
      />
      <AddPerson isOpen={isAdding} onAdd={add} onClose={() => setAdding(false)} />
    </>
  )
}
