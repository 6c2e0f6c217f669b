import { Pencil, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useUserGroups, useUsers } from './records.ts'

/** The users, each in one user group. */
export function UsersPage() {
  const [users, update] = useUsers()
  const [groups] = useUserGroups()
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader title="Users" description="Everybody is in exactly one user group.">
        <GatedButton
          permission="users.create"
          label="Add user"
          icon={UserPlus}
          variant="solid"
          onPress={() => setAdding(true)}
        />
      </PageHeader>
      <RecordList
        permission="users.view"
        records={users}
        title="Users"
        nameOf={({ name }) => name}
        empty="There are no users that you may see."
      >
        {visible => (
          <ul className="rows card">
            {visible.map(user => (
              <li key={user.id} data-record={user.id}>
                <Avatar name={user.name} size={34} />
                <div className="row-text">
                  <strong>{user.name}</strong>
                  <span>{groups.find(({ id }) => id === user.group)?.name ?? user.group}</span>
                </div>
                <GatedButton
                  permission="users.manage"
                  record={user}
                  label="Edit"
                  name={`Edit ${user.name}`}
                  icon={Pencil}
                  small
                  onPress={() => toast(`${user.name} was saved`)}
                />
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title="New user"
        label="Name"
        action="Add"
        isOpen={isAdding}
        onSubmit={name => update(all => [...all, { id: `u${all.length}`, name, group: 'sales' }])}
        onClose={() => setAdding(false)}
      />
    </>
  )
}
