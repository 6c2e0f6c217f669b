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
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useUserGroups } from './records.ts'
import { phoneTexts } from './texts.ts'

/** The user groups, on which settings and profiles are kept. */
export function UserGroupsPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(phoneTexts)
  const [groups, update] = useUserGroups()
  const [isCreating, setCreating] = useState(false)
  return (
    <>
      <PageHeader title={texts.groups} description={texts.groupsLead}>
        <GatedButton
          permission="user-groups.create"
          label={texts.addGroup}
          icon={Plus}
          variant="solid"
          onPress={() => setCreating(true)}
        />
      </PageHeader>
      <RecordList
        permission="user-groups.view"
        records={groups}
        title={texts.groups}
        nameOf={({ name }) => name}
        empty={texts.noGroups}
      >
        {visible => (
          <ul className="rows card">
            {visible.map(group => (
              <li key={group.id} data-record={group.id}>
                <UsersRound aria-hidden size={18} />
                <div className="row-text">
                  <strong>{group.name}</strong>
                  <span>{texts.userCount(group.users)}</span>
                </div>
                <div className="actions row-actions">
                  {ACTIONS.map(({ permission, icon }) => (
                    <GatedButton
                      key={permission}
                      permission={permission}
                      record={group}
                      label={texts.actions[permission]}
                      name={texts.actionOf(texts.actions[permission], group.name)}
                      icon={icon}
                      variant="plain"
                      small
                      onPress={() => toast(texts.actionOf(texts.actions[permission], group.name))}
                    />
                  ))}
                </div>
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title={texts.newGroup}
        label={common.name}
        action={common.create}
        isOpen={isCreating}
        onSubmit={name => update(all => [...all, { id: `g${all.length}`, name, users: 0 }])}
        onClose={() => setCreating(false)}
      />
    </>
  )
}

const ACTIONS = [
  { permission: 'user-groups.manage', icon: Settings2 },
  { permission: 'profiles.manage', icon: SlidersHorizontal },
  { permission: 'statistics.view', icon: ChartColumn },
  { permission: 'ticker.view', icon: RadioTower },
] as const
