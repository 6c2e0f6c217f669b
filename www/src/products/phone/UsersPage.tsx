import { Pencil, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useUserGroups, useUsers } from './records.ts'
import { phoneTexts } from './texts.ts'

/** The users, each in one user group. */
export function UsersPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(phoneTexts)
  const [users, update] = useUsers()
  const [groups] = useUserGroups()
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader title={texts.users} description={texts.usersLead}>
        <GatedButton
          permission="users.create"
          label={texts.addUser}
          icon={UserPlus}
          variant="solid"
          onPress={() => setAdding(true)}
        />
      </PageHeader>
      <RecordList
        permission="users.view"
        records={users}
        title={texts.users}
        nameOf={({ name }) => name}
        empty={texts.noUsers}
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
                  label={common.edit}
                  name={common.editOf(user.name)}
                  icon={Pencil}
                  small
                  onPress={() => toast(common.saved(user.name))}
                />
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title={texts.newUser}
        label={common.name}
        action={common.add}
        isOpen={isAdding}
        onSubmit={name => update(all => [...all, { id: `u${all.length}`, name, group: 'sales' }])}
        onClose={() => setAdding(false)}
      />
    </>
  )
}
