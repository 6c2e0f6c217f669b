import type { ProductDefinition } from '../products/definition.ts'
import { navigate } from '../selection/route.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { SelectField } from '../ui/SelectField.tsx'

/** The selected workspace, with a choice for a person who is a member of several. */
export function WorkspaceSelect({ definition }: { readonly definition: ProductDefinition }) {
  const { person, membership, route } = useSelection()
  const label = (id: string) => definition.workspaces?.[id] ?? id
  if (!definition.workspaces) return null
  if (person.memberships.length === 1) {
    return <p className="workspace-name">{label(membership.workspace)}</p>
  }
  return (
    <div className="workspace-select">
      <SelectField
        label="Workspace"
        options={person.memberships.map(({ workspace }) => ({
          id: workspace,
          label: label(workspace),
        }))}
        value={membership.workspace}
        onChange={workspace => navigate(route, { workspace, item: '' })}
      />
    </div>
  )
}
