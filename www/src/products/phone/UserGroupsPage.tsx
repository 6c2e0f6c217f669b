import {
  ChartColumn,
  Plus,
  RadioTower,
  Settings2,
  SlidersHorizontal,
  UsersRound,
} from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useUserGroups } from './records.ts'

/** The user groups, on which settings and profiles are kept. */
export function UserGroupsPage() {
  const [groups, update] = useUserGroups()
  const [isCreating, setCreating] = useState(false)
  return (
    <>
      <PageHeader
        title="User groups"
        description="Settings and profiles are kept on the group, and its users inherit them."
      >
        <GatedButton
          permission="user-groups.create"
          label="Add user group"
          icon={Plus}
          variant="solid"
          onPress={() => setCreating(true)}
        />
      </PageHeader>
      <RecordList
        permission="user-groups.view"
        records={groups}
        title="User groups"
        nameOf={({ name }) => name}
        empty="There are no user groups that you may see."
      >
        {visible => (
          <ul className="rows card">
            {visible.map(group => (
              <li key={group.id} data-record={group.id}>
                <UsersRound aria-hidden size={18} />
                <div className="row-text">
                  <strong>{group.name}</strong>
                  <span>{group.users === 1 ? '1 user' : `${group.users} users`}</span>
                </div>
                <div className="actions row-actions">
                  {ACTIONS.map(({ permission, label, icon }) => (
                    <GatedButton
                      key={permission}
                      permission={permission}
                      record={group}
                      label={label}
                      name={`${label} of ${group.name}`}
                      icon={icon}
                      variant="plain"
                      small
                      onPress={() => toast(`${label} of ${group.name}`)}
                    />
                  ))}
                </div>
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title="New user group"
        label="Name"
        action="Create"
        isOpen={isCreating}
        onSubmit={name => update(all => [...all, { id: `g${all.length}`, name, users: 0 }])}
        onClose={() => setCreating(false)}
      />
    </>
  )
}

const ACTIONS = [
  { permission: 'user-groups.manage', label: 'Settings', icon: Settings2 },
  { permission: 'profiles.manage', label: 'Profiles', icon: SlidersHorizontal },
  { permission: 'statistics.view', label: 'Statistics', icon: ChartColumn },
  { permission: 'ticker.view', label: 'Ticker', icon: RadioTower },
] as const
