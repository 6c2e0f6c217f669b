import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useScene } from '../demo/DemoContext.ts'
import { GatedButton } from '../gate/GatedButton.tsx'
import { AddPerson } from '../team/AddPerson.tsx'
import type { Teammate } from '../team/people.ts'
import { TeamList } from '../team/TeamList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toast.ts'
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
